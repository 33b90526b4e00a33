import { FIRST_VERSION, StreamDefinition } from '#event-store';
import type { Uuid } from '#kernel';

/** From here on the import will be written whole, by whoever finishes it: its events stand in the staging stream. */
export interface ImportStarted {
  readonly import: Uuid;
  /** Of the staging stream. */
  readonly chunks: number;
  readonly batches: number;
  readonly events: number;
}

/** Every batch is written, but those whose stream had moved since they were planned. */
export interface ImportCompleted {
  readonly import: Uuid;
  readonly overtaken: number;
}

export type ImportEvent =
  | { readonly type: 'ImportStarted'; readonly data: ImportStarted }
  | { readonly type: 'ImportCompleted'; readonly data: ImportCompleted };

/** The stream of the imports that were written in stages: one is under way at a time. */
export const IMPORTS_STREAM = new StreamDefinition<ImportEvent>({
  category: 'imports',
  single: true,
  types: { ImportStarted: FIRST_VERSION, ImportCompleted: FIRST_VERSION },
});
