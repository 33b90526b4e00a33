import { CodedError } from '#kernel';
import type { ExpectedRevision } from './port';

/** The stream is not where the writer thought: somebody else wrote meanwhile. `actual` is -1 where the stream does not exist. */
export class WrongRevision extends CodedError {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: number,
  ) {
    super('wrong-revision', `stream ${stream} is at revision ${actual}, expected ${expected}`, {
      stream,
      expected,
      actual,
    });
  }
}

export function isWrongRevision(error: unknown): error is WrongRevision {
  return error instanceof WrongRevision;
}

/** The refusal of ids that a stream would hold twice. */
export function idConflict(stream: string): CodedError {
  const message = `an event id of this batch is in the stream already, or twice in the batch: ${stream}`;
  return new CodedError('event-id-conflict', message, { stream });
}

export function storeClosed(): CodedError {
  return new CodedError('store-closed', 'the event store is closed');
}
