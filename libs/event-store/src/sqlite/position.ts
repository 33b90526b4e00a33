import { CodedError } from '#kernel';
import { START, type Position } from '../event';

const DIGITS = 16;
const FORM = /^\d{16}$/;

/** Zero-padded, so that positions sort as text. */
export function positionOf(row: number): Position {
  return String(row).padStart(DIGITS, '0') as Position;
}

/** @throws CodedError `invalid-position` where the text is no position of such a store */
export function rowOf(position: Position): number {
  if (position === START) return 0;
  if (!FORM.test(position)) throw new CodedError('invalid-position', `not a position of this store: ${position}`);
  return Number(position);
}
