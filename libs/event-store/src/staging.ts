import { FIRST_VERSION, StreamDefinition } from './definition';
import type { StreamBatch } from './port';

/** Some batches of an import, kept aside until the import is written. */
export interface ImportChunkStaged {
  readonly type: 'ImportChunkStaged';
  readonly data: { readonly batches: readonly StreamBatch[] };
}

/** The temporary streams of stores that stage imports: each import has its own. */
export const STAGING_STREAMS = new StreamDefinition<ImportChunkStaged>({
  category: 'staging',
  types: { ImportChunkStaged: FIRST_VERSION },
});

/**
 * Whether a stream is temporary. Its events are read only by `readStream`: `readAll` and subscriptions never return
 * them. They are not part of the chain, and a `DeletingEventStore` can delete them.
 */
export function isStagingStream(stream: string): boolean {
  return STAGING_STREAMS.owns(stream);
}
