import { FIRST_VERSION, StreamDefinition } from '#event-store';
import type { Uuid } from '#kernel';

/** All events of the import are in its staging stream. From now on the import will be completed, even by another process. */
export interface ImportStarted {
  readonly import: Uuid;
  /** The number of events of the staging stream. */
  readonly chunks: number;
  readonly batches: number;
  readonly events: number;
}

/** All batches are written, except those whose stream changed after they were planned. */
export interface ImportCompleted {
  readonly import: Uuid;
  readonly overtaken: number;
}

export type ImportEvent =
  | { readonly type: 'ImportStarted'; readonly data: ImportStarted }
  | { readonly type: 'ImportCompleted'; readonly data: ImportCompleted };

/** The stream of the imports that are written in stages. Only one such import runs at a time. */
export const IMPORTS_STREAM = new StreamDefinition<ImportEvent>({
  category: 'imports',
  single: true,
  types: { ImportStarted: FIRST_VERSION, ImportCompleted: FIRST_VERSION },
});
