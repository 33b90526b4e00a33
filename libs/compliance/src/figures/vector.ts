import { CodedError } from '#kernel';
import { VECTOR_LENGTH } from './counters';

/** Counts by counter index. */
export type Vector = number[];

export function emptyVector(): Vector {
  return new Array<number>(VECTOR_LENGTH).fill(0);
}

// Counts are written in base 32. The last digit of each number is taken from a range of characters of its own, so that
// no separator is needed. Neither range holds a quote or a backslash, which JSON would escape.
const LAST_DIGIT = 0x3c;
const EARLIER_DIGIT = 0x5d;
/** Digits of the largest exact integer. */
const MOST_DIGITS = 11;
const scratch = Buffer.alloc(VECTOR_LENGTH * MOST_DIGITS);

interface Counts {
  readonly length: number;
  [index: number]: number;
}

/** A vector as text: a character for each count under 32, two under 1 024; zeros at the end are left out. */
export function packed(vector: Counts): string {
  return packedAt(vector, 0);
}

/** Packs the vector that begins at index `start` of a longer array. */
export function packedAt(counts: Counts, start: number): string {
  let end = start + VECTOR_LENGTH;
  while (end > start && counts[end - 1] === 0) end--;
  let length = 0;
  for (let index = start; index < end; index++) length = packCount(counts[index]!, length);
  return scratch.toString('latin1', 0, length);
}

function packCount(count: number, at: number): number {
  if (count < 0)
    throw new CodedError('negative-counter', 'an allocation was taken out of a counter that never held it');
  const next = count < 32 ? at : packEarlier(Math.floor(count / 32), at);
  scratch[next] = LAST_DIGIT + (count % 32);
  return next + 1;
}

function packEarlier(count: number, at: number): number {
  const next = count < 32 ? at : packEarlier(Math.floor(count / 32), at);
  scratch[next] = EARLIER_DIGIT + (count % 32);
  return next + 1;
}

/** Adds a packed vector to the counts given. */
export function addPacked(vector: Counts, text: string): void {
  unpackAt(vector, 0, text);
}

/** Adds a packed vector to the counts that begin at index `start`. */
export function unpackAt(counts: Counts, start: number, text: string): void {
  let index = start;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= EARLIER_DIGIT) {
      count = count * 32 + code - EARLIER_DIGIT;
    } else {
      counts[index]! += count * 32 + code - LAST_DIGIT;
      index++;
      count = 0;
    }
  }
}
