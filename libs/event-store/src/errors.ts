import { CodedError } from '#kernel';
import type { Breach } from './history';
import type { ExpectedRevision } from './port';

/**
 * The stream is not at the revision that the writer expected: somebody else wrote to it meanwhile. `actual` is -1 where
 * the stream does not exist.
 */
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

/** The stream would hold an event id twice. */
export function idConflict(stream: string): CodedError {
  const message = `an event id of this batch is in the stream already, or twice in the batch: ${stream}`;
  return new CodedError('event-id-conflict', message, { stream });
}

export function storeClosed(): CodedError {
  return new CodedError('store-closed', 'the event store is closed');
}

/** This store already holds a different event at the ordinal of an event that arrives. */
export function historyDiffers(ordinal: number): CodedError {
  const message = `the store holds another event ${ordinal} than the one that arrives`;
  return new CodedError('history-differs', message, { ordinal });
}

/**
 * An event that arrives does not follow the events of this store: its ordinal, its digest or its revision in its stream
 * is wrong.
 */
export function historyBroken(ordinal: number, breach: Breach | 'revision'): CodedError {
  const message = `event ${ordinal} does not follow those before it: its ${breach} is wrong`;
  return new CodedError('history-broken', message, { ordinal, breach });
}

/** Only a part of a history has arrived: nothing can be appended to it yet. */
export function historyIncomplete(): CodedError {
  return new CodedError('history-incomplete', 'only a part of a history has arrived');
}
