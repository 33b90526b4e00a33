import { CodedError } from '#kernel';
import { START, type Position } from '../event';

const DIGITS = 16;
const FORM = /^\d{16}$/;

/** The zeros to put before a number, by its count of digits. */
const ZEROS = Array.from({ length: DIGITS + 1 }, (_, digits) => '0'.repeat(DIGITS - digits));

/** Positions are padded with zeros so that they sort as text. */
export function positionOf(row: number): Position {
  const digits = String(row);
  return (ZEROS[digits.length]! + digits) as Position;
}

/** @throws CodedError `invalid-position` where the text is no position of such a store */
export function rowOf(position: Position): number {
  if (position === START) return 0;
  if (!FORM.test(position)) throw new CodedError('invalid-position', `not a position of this store: ${position}`);
  return Number(position);
}
