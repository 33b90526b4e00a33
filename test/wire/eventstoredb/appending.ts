import { setImmediate as nextTurn } from 'node:timers/promises';
import { status, type sendUnaryData, type ServerDuplexStream, type ServerReadableStream } from '@grpc/grpc-js';
import * as errors from './errors';
import { refuseWithoutLeader, type NodeView } from './faults';
import { ANY, NO_STREAM, STREAM_EXISTS, type EventLog, type Outcome, type Proposed } from './log';
import { AppendReq, AppendResp, BatchAppendReq, BatchAppendResp, shared } from './protocol';

/** What the server takes in one append by default. */
export const MAX_APPEND_SIZE = 1024 * 1024;

/** Null where the client is never to be answered. */
async function store(
  log: EventLog,
  node: NodeView,
  stream: string,
  expected: number,
  events: readonly Proposed[],
): Promise<Outcome | null> {
  const fate = node.faults.nextFate();
  if (fate === 'cut-before-storing') {
    node.cut();
    return null;
  }
  const outcome = log.append(stream, expected, events);
  if (fate === 'cut-after-storing') node.cut();
  return fate === 'answered' ? outcome : null;
}

/** One call, one batch: the options, then each event in a message of its own. */
export async function append(
  log: EventLog,
  node: NodeView,
  call: ServerReadableStream<AppendReq, AppendResp>,
  answer: sendUnaryData<AppendResp>,
): Promise<void> {
  await node.faults.admit();
  let options: AppendReq.Options | undefined;
  const events: Proposed[] = [];
  let size = 0;
  for await (const request of call as AsyncIterable<AppendReq>) {
    if (!options) {
      options = request.getOptions()!;
      continue;
    }
    const event = proposedOf(request.getProposedMessage()!);
    if ((size += sizeOf(event)) > MAX_APPEND_SIZE) throw errors.appendTooLarge(MAX_APPEND_SIZE);
    events.push(event);
  }
  // A call that was cut off ends like a whole one, and is marked a moment later.
  await nextTurn();
  if (!options || call.cancelled) return;
  refuseWithoutLeader(node, call.metadata);
  const stream = nameOf(options.getStreamIdentifier()!);
  const outcome = await store(log, node, stream, expectedOf(options), events);
  if (outcome?.kind === 'deleted') throw errors.streamDeleted(stream);
  if (outcome) answer(null, appendAnswer(expectedOf(options), outcome));
}

/** One call for all the batches of a client: the answers carry the correlation ids of their batches. */
export async function batchAppend(
  log: EventLog,
  node: NodeView,
  call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
): Promise<void> {
  await node.faults.admit();
  const pending = new Map<string, { options: BatchAppendReq.Options; events: Proposed[]; size: number }>();
  for await (const request of call as AsyncIterable<BatchAppendReq>) {
    const correlation = request.getCorrelationId()!.getString();
    const options = request.getOptions();
    if (options) pending.set(correlation, { options, events: [], size: 0 });
    const batch = pending.get(correlation);
    if (!batch) continue;
    for (const message of request.getProposedMessagesList()) {
      const event = proposedOf(message);
      batch.size += sizeOf(event);
      batch.events.push(event);
    }
    if (!request.getIsFinal() && batch.size <= MAX_APPEND_SIZE) continue;
    pending.delete(correlation);
    await node.faults.admit();
    refuseWithoutLeader(node, call.metadata);
    const expected = batchExpectedOf(batch.options);
    const stream = nameOf(batch.options.getStreamIdentifier()!);
    const response = new BatchAppendResp()
      .setCorrelationId(request.getCorrelationId())
      .setStreamIdentifier(batch.options.getStreamIdentifier());
    if (batch.size > MAX_APPEND_SIZE) {
      call.write(response.setError(tooLarge()));
      continue;
    }
    const outcome = await store(log, node, stream, expected, batch.events);
    if (outcome) call.write(batchAnswer(response, stream, expected, outcome));
  }
  call.end();
}

function appendAnswer(expected: number, outcome: Exclude<Outcome, { kind: 'deleted' }>): AppendResp {
  if (outcome.kind === 'wrong') {
    const wrong = new AppendResp.WrongExpectedVersion();
    if (outcome.current < 0) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(String(outcome.current));
    if (expected >= 0) wrong.setExpectedRevision(String(expected));
    else if (expected === NO_STREAM) wrong.setExpectedNoStream(new shared.Empty());
    else if (expected === STREAM_EXISTS) wrong.setExpectedStreamExists(new shared.Empty());
    else wrong.setExpectedAny(new shared.Empty());
    return new AppendResp().setWrongExpectedVersion(wrong);
  }
  const position = new AppendResp.Position();
  position.setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position));
  const success = new AppendResp.Success().setCurrentRevision(String(outcome.revision)).setPosition(position);
  return new AppendResp().setSuccess(success);
}

function batchAnswer(response: BatchAppendResp, stream: string, expected: number, outcome: Outcome): BatchAppendResp {
  if (outcome.kind === 'wrong') {
    const details = errors.batchWrongVersion(expected, outcome.current);
    return response.setError(errors.batchError(status.FAILED_PRECONDITION, 'WrongExpectedVersion', details));
  }
  if (outcome.kind === 'deleted') {
    const deleted = new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream));
    const details = errors.packed('event_store.client.StreamDeleted', deleted);
    return response.setError(errors.batchError(status.FAILED_PRECONDITION, 'StreamDeleted', details));
  }
  const position = new shared.AllStreamPosition();
  position.setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position));
  return response.setSuccess(
    new BatchAppendResp.Success().setCurrentRevision(String(outcome.revision)).setPosition(position),
  );
}

function tooLarge() {
  const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_SIZE);
  const any = errors.packed('event_store.client.MaximumAppendSizeExceeded', details);
  return errors.batchError(status.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', any);
}

export function nameOf(identifier: shared.StreamIdentifier): string {
  return Buffer.from(identifier.getStreamName_asU8()).toString('utf8');
}

export function identifierOf(stream: string): shared.StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(stream)));
}

function expectedOf(options: AppendReq.Options): number {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return NO_STREAM;
  return options.hasStreamExists() ? STREAM_EXISTS : ANY;
}

function batchExpectedOf(options: BatchAppendReq.Options): number {
  if (options.hasStreamPosition()) return Number(options.getStreamPosition());
  if (options.hasNoStream()) return NO_STREAM;
  return options.hasStreamExists() ? STREAM_EXISTS : ANY;
}

/** @throws WireError where the event has no type or no content type */
function proposedOf(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposed {
  const properties = message.getMetadataMap();
  for (const name of ['type', 'content-type']) if (!properties.has(name)) throw errors.metadataMissing(name);
  return {
    id: message.getId()!.getString(),
    type: properties.get('type')!,
    json: properties.get('content-type') === 'application/json',
    data: Buffer.from(message.getData_asU8()),
    metadata: Buffer.from(message.getCustomMetadata_asU8()),
  };
}

function sizeOf({ data, metadata, type }: Proposed): number {
  return data.length + metadata.length + 2 * type.length;
}
