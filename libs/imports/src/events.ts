import type { Uuid } from '#kernel';

/** The stream of the imports that were written in stages: one is under way at a time. */
export const IMPORTS_STREAM = 'imports';

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
