import { FIRST_VERSION, StreamDefinition } from './definition';
import type { StreamBatch } from './port';

/** Some batches of an import, aside until it is written. */
export interface ImportChunkStaged {
  readonly type: 'ImportChunkStaged';
  readonly data: { readonly batches: readonly StreamBatch[] };
}

/** Temporary streams, one an import, on stores that stage imports. */
export const STAGING_STREAMS = new StreamDefinition<ImportChunkStaged>({
  category: 'staging',
  types: { ImportChunkStaged: FIRST_VERSION },
});

/**
 * Whether a stream is temporary: its events are read with `readStream` alone. They never come out of `readAll` or a subscription,
 * are no part of the chain, and can be deleted on a `DeletingEventStore`.
 */
export function isStagingStream(stream: string): boolean {
  return STAGING_STREAMS.owns(stream);
}
