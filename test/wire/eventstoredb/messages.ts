import type { ServerWritableStream } from '@grpc/grpc-js';
import { identifierOf } from './storing';
import type { LogRecord } from './log';
import { ReadReq, ReadResp, shared } from './protocol';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Sends a message, and waits where the client is slow. */
export async function send(call: ReadCall, message: ReadResp): Promise<void> {
  if (call.write(message) || call.cancelled) return;
  await new Promise<void>((resolve) => {
    const goOn = (): void => {
      call.off('drain', goOn).off('cancelled', goOn);
      resolve();
    };
    call.on('drain', goOn).on('cancelled', goOn);
  });
}

/**
 * A point of the log. Where one record ends and the next begins at the same commit position, the prepare position
 * distinguishes them.
 */
export interface Point {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export function isBefore(one: Point, other: Point): boolean {
  return one.commit < other.commit || (one.commit === other.commit && one.prepare < other.prepare);
}

export function pointOf({ position }: LogRecord): Point {
  return { commit: position, prepare: position };
}

export function eventMessage(record: LogRecord): ReadResp {
  const position = String(record.position);
  const event = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(record.id))
    .setStreamIdentifier(identifierOf(record.stream))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  const properties = event.getMetadataMap();
  properties.set('type', record.type);
  properties.set('created', record.created);
  properties.set('content-type', record.json ? 'application/json' : 'application/octet-stream');
  return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(event).setCommitPosition(position));
}

export function notFoundMessage(stream: string): ReadResp {
  return new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)));
}

export function confirmationMessage(): ReadResp {
  const id = crypto.randomUUID();
  return new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(id));
}

export function checkpointMessage({ commit, prepare }: Point): ReadResp {
  const checkpoint = new ReadResp.Checkpoint();
  return new ReadResp().setCheckpoint(checkpoint.setCommitPosition(String(commit)).setPreparePosition(String(prepare)));
}

export function caughtUpMessage(): ReadResp {
  return new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
}
