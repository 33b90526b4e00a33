import { setImmediate as nextTurn } from 'node:timers/promises';
import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import * as errors from './errors';
import { refuseWithoutLeader, type NodeView } from './faults';
import { ANY, NO_STREAM, STREAM_EXISTS, type EventLog, type Outcome, type Proposed } from './log';
import { AppendReq, AppendResp, shared } from './protocol';
import { MAX_APPEND_SIZE, nameOf, proposedOf, sizeOf, store } from './storing';

/** Handles a call with one batch: first the options, then each event in its own message. */
export async function append(
  log: EventLog,
  node: NodeView,
  call: ServerReadableStream<AppendReq, AppendResp>,
  answer: sendUnaryData<AppendResp>,
): Promise<void> {
  await node.faults.admit();
  node.faults.calls.appends += 1;
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
  // A call that was cut off ends like a complete one, and is marked as cancelled only a moment later.
  await nextTurn();
  if (!options || call.cancelled) return;
  refuseWithoutLeader(node, call.metadata);
  const stream = nameOf(options.getStreamIdentifier()!);
  const outcome = await store(log, node, stream, expectedOf(options), events);
  if (outcome?.kind === 'deleted') throw errors.streamDeleted(stream);
  if (outcome) answer(null, appendAnswer(expectedOf(options), outcome));
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

function expectedOf(options: AppendReq.Options): number {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return NO_STREAM;
  return options.hasStreamExists() ? STREAM_EXISTS : ANY;
}
