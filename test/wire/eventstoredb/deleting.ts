import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { nameOf } from './storing';
import { streamDeleted, wrongVersion } from './errors';
import { refuseWithoutLeader, type NodeView } from './faults';
import { ANY, NO_STREAM, type EventLog } from './log';
import { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from './protocol';

export async function softDelete(
  log: EventLog,
  node: NodeView,
  call: ServerUnaryCall<DeleteReq, DeleteResp>,
  answer: sendUnaryData<DeleteResp>,
): Promise<void> {
  await node.faults.admit();
  refuseWithoutLeader(node, call.metadata);
  const position = new DeleteResp.Position();
  const at = end(log, call.request.getOptions()!, 'softDelete');
  position.setCommitPosition(at).setPreparePosition(at);
  answer(null, new DeleteResp().setPosition(position));
}

export async function tombstone(
  log: EventLog,
  node: NodeView,
  call: ServerUnaryCall<TombstoneReq, TombstoneResp>,
  answer: sendUnaryData<TombstoneResp>,
): Promise<void> {
  await node.faults.admit();
  refuseWithoutLeader(node, call.metadata);
  const position = new TombstoneResp.Position();
  const at = end(log, call.request.getOptions()!, 'tombstone');
  position.setCommitPosition(at).setPreparePosition(at);
  answer(null, new TombstoneResp().setPosition(position));
}

/** @returns the position of the record that ended the stream */
function end(
  log: EventLog,
  options: DeleteReq.Options | TombstoneReq.Options,
  how: 'softDelete' | 'tombstone',
): string {
  const stream = nameOf(options.getStreamIdentifier()!);
  const expected = options.hasRevision() ? Number(options.getRevision()) : options.hasNoStream() ? NO_STREAM : ANY;
  const current = log.stream(stream)?.last ?? NO_STREAM;
  if (expected !== ANY && expected !== current) throw wrongVersion('Delete', stream, expected, current);
  const outcome = log[how](stream);
  if (outcome.kind === 'deleted') throw streamDeleted(stream);
  if (outcome.kind === 'wrong') throw wrongVersion('Delete', stream, expected, outcome.current);
  return String(outcome.position);
}
