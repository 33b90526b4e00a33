import { CodedError } from '#kernel';
import { isStagingStream, STAGING_STREAMS } from '../staging';

/** Of the streams that the store keeps for itself. */
const PREFIX = 'mixite-';

/** Holds one event, which gives the store its id. */
export const STORE_STREAM = `${PREFIX}store`;
/** Holds the links of the chain. */
export const CHAIN_STREAM = `${PREFIX}chain`;

/** What stands in the log and is no fact: the server's own events, the store's bookkeeping, staged events. */
export function isHidden({ stream, type }: { readonly stream: string; readonly type: string }): boolean {
  return stream.startsWith('$') || type.startsWith('$') || stream.startsWith(PREFIX) || isStagingStream(stream);
}

/** The streams that `isHidden` lets through, as a regular expression for the server (.NET). */
export const VISIBLE_STREAMS = `^(?!\\$|${PREFIX}|${STAGING_STREAMS.prefix})`;

/** @throws CodedError `stream-reserved` where nobody but the server or the store may write or read */
export function refuseReserved(stream: string): void {
  if (!stream.startsWith('$') && !stream.startsWith(PREFIX)) return;
  throw new CodedError('stream-reserved', `stream ${stream} belongs to the store`, { stream });
}

/** @throws CodedError `stream-reserved` where the event of another store would be taken for bookkeeping here */
export function refuseHidden(event: { readonly stream: string; readonly type: string }): void {
  const { stream, type } = event;
  if (!isHidden(event)) return;
  throw new CodedError('stream-reserved', `no fact can be named ${type} in ${stream} here`, { stream, type });
}
