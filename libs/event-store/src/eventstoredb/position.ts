import { CodedError } from '#kernel';
import { START, type Position } from '../event';

const DIGITS = 20;
const FORM = /^\d{20}$/;

/**
 * A commit position has 64 bits, so a JavaScript number cannot hold it. It is padded with zeros so that it sorts as
 * text.
 */
export function positionOf(commit: bigint): Position {
  return String(commit).padStart(DIGITS, '0') as Position;
}

/**
 * The commit position; undefined for the start.
 * @throws CodedError `invalid-position` where the text is no position of such a store
 */
export function commitOf(position: Position | undefined): bigint | undefined {
  if (position === undefined || position === START) return undefined;
  if (!FORM.test(position)) throw new CodedError('invalid-position', `not a position of this store: ${position}`);
  return BigInt(position);
}

/**
 * The point after which a subscription continues. A checkpoint of the server is the place where the next record will
 * begin. Its prepare position is smaller than that of the record: without the prepare position, that record would be
 * skipped.
 */
export interface Resume {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export function resumeAfter(position: Position): Resume | undefined {
  const commit = commitOf(position);
  return commit === undefined ? undefined : { commit, prepare: commit };
}
