import type { Uuid } from '#kernel';

/** How the name of a stream begins that is temporary, on stores that stage imports. */
export const STAGING_PREFIX = 'staging-';

/**
 * Whether a stream is temporary: its events are read with `readStream` alone. They never come out of `readAll` or a subscription,
 * are no part of the chain, and can be deleted on a `DeletingEventStore`.
 */
export function isStagingStream(stream: string): boolean {
  return stream.startsWith(STAGING_PREFIX);
}

/** The stream where an import stands until it is written. */
export function stagingStream(id: Uuid): string {
  return `${STAGING_PREFIX}${id}`;
}
