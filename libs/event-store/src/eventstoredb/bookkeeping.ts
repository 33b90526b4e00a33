import { CodedError } from '#kernel';
import { isStagingStream, STAGING_STREAMS } from '../staging';

/** The names of the store's own streams begin with this. */
const PREFIX = 'mixite-';

/** Holds the id of the store, and whether a history is arriving. */
export const STORE_STREAM = `${PREFIX}store`;
/** Holds the links of the chain. */
export const CHAIN_STREAM = `${PREFIX}chain`;

/** Whether an event of the log is no fact: the server's own events, the store's own events, staged events. */
export function isHidden({ stream, type }: { readonly stream: string; readonly type: string }): boolean {
  return stream.startsWith('$') || type.startsWith('$') || stream.startsWith(PREFIX) || isStagingStream(stream);
}

/** The streams that `isHidden` lets through, as a regular expression for the server (.NET). */
export const VISIBLE_STREAMS = `^(?!\\$|${PREFIX}|${STAGING_STREAMS.prefix})`;

/** @throws CodedError `stream-reserved` where the stream belongs to the server or to the store */
export function refuseReserved(stream: string): void {
  if (!stream.startsWith('$') && !stream.startsWith(PREFIX)) return;
  throw new CodedError('stream-reserved', `stream ${stream} belongs to the store`, { stream });
}

/** @throws CodedError `stream-reserved` where the event that arrives from another store would be hidden here */
export function refuseHidden(event: { readonly stream: string; readonly type: string }): void {
  const { stream, type } = event;
  if (!isHidden(event)) return;
  throw new CodedError(
    'stream-reserved',
    `an event of type ${type} in stream ${stream} would be hidden in this store`,
    { stream, type },
  );
}
