import { CodedError } from '#kernel';
import { START, type Position } from '../event';

const DIGITS = 20;
const FORM = /^\d{20}$/;

/** A commit position has 64 bits, so it never is a number here; zero-padded, it sorts as text. */
export function positionOf(commit: bigint): Position {
  return String(commit).padStart(DIGITS, '0') as Position;
}

/** Undefined for the start. @throws CodedError `invalid-position` where the text is no position of such a store */
export function commitOf(position: Position | undefined): bigint | undefined {
  if (position === undefined || position === START) return undefined;
  if (!FORM.test(position)) throw new CodedError('invalid-position', `not a position of this store: ${position}`);
  return BigInt(position);
}

/**
 * Where a subscription goes on. A server's checkpoint is the point where the next record would begin, told from that record by a
 * smaller prepare position: without it, the event there would be taken as seen.
 */
export interface Resume {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export function resumeAfter(position: Position): Resume | undefined {
  const commit = commitOf(position);
  return commit === undefined ? undefined : { commit, prepare: commit };
}
