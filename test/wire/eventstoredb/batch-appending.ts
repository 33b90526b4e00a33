import { status, type ServerDuplexStream } from '@grpc/grpc-js';
import * as errors from './errors';
import { refuseWithoutLeader, type NodeView } from './faults';
import { ANY, NO_STREAM, STREAM_EXISTS, type EventLog, type Outcome, type Proposed } from './log';
import { BatchAppendReq, BatchAppendResp, shared, type Status } from './protocol';
import { identifierOf, MAX_APPEND_SIZE, nameOf, proposedOf, sizeOf, store } from './storing';

interface PendingBatch {
  readonly options: BatchAppendReq.Options;
  readonly events: Proposed[];
  size: number;
}

/** Handles the one call that a client uses for all its batches. The answers carry the correlation ids of their batches. */
export class BatchAppends {
  private readonly pending = new Map<string, PendingBatch>();

  constructor(
    private readonly log: EventLog,
    private readonly node: NodeView,
    private readonly call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
  ) {}

  /** @throws an error that ends the call, and with it every batch that waits for an answer */
  async run(): Promise<void> {
    // Otherwise the iterator would destroy the call at an error, and the error could not be sent any more.
    const requests = this.call.iterator({ destroyOnReturn: false }) as AsyncIterable<BatchAppendReq>;
    for await (const request of requests) {
      const batch = this.gather(request);
      if (batch && (request.getIsFinal() || batch.size > MAX_APPEND_SIZE)) await this.finish(request, batch);
    }
    this.call.end();
  }

  private gather(request: BatchAppendReq): PendingBatch | undefined {
    const correlation = request.getCorrelationId()!.getString();
    const options = request.getOptions();
    if (options) this.pending.set(correlation, { options, events: [], size: 0 });
    const batch = this.pending.get(correlation);
    for (const message of batch ? request.getProposedMessagesList() : []) {
      const event = proposedOf(message);
      batch!.size += sizeOf(event);
      batch!.events.push(event);
    }
    return batch;
  }

  private async finish(request: BatchAppendReq, batch: PendingBatch): Promise<void> {
    this.pending.delete(request.getCorrelationId()!.getString());
    this.node.faults.calls.appends += 1;
    const response = new BatchAppendResp()
      .setCorrelationId(request.getCorrelationId())
      .setStreamIdentifier(batch.options.getStreamIdentifier());
    const answer = await this.answer(response, batch);
    if (answer) this.call.write(answer);
  }

  /** The answer; null where the client must never get one. */
  private async answer(
    response: BatchAppendResp,
    { options, events, size }: PendingBatch,
  ): Promise<BatchAppendResp | null> {
    try {
      await this.node.faults.admit();
    } catch (error) {
      if (error instanceof errors.WireError && error.code === status.PERMISSION_DENIED)
        return response.setError(denied());
      throw error;
    }
    if (size > MAX_APPEND_SIZE) return response.setError(tooLarge());
    refuseWithoutLeader(this.node, this.call.metadata);
    const stream = nameOf(options.getStreamIdentifier()!);
    const expected = expectedOf(options);
    const outcome = await store(this.log, this.node, stream, expected, events);
    return outcome && batchAnswer(response, stream, expected, outcome);
  }
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

function denied(): Status {
  const details = errors.packed('event_store.client.AccessDenied', new shared.AccessDenied());
  return errors.batchError(status.PERMISSION_DENIED, 'Access Denied', details);
}

function tooLarge(): Status {
  const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_SIZE);
  const any = errors.packed('event_store.client.MaximumAppendSizeExceeded', details);
  return errors.batchError(status.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', any);
}

function expectedOf(options: BatchAppendReq.Options): number {
  if (options.hasStreamPosition()) return Number(options.getStreamPosition());
  if (options.hasNoStream()) return NO_STREAM;
  return options.hasStreamExists() ? STREAM_EXISTS : ANY;
}
