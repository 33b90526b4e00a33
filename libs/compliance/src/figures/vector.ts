import { CodedError } from '#kernel';
import { VECTOR_LENGTH } from './counters';

/** Counts by counter index. */
export type Vector = number[];

export function emptyVector(): Vector {
  return new Array<number>(VECTOR_LENGTH).fill(0);
}

export function addTo(vector: Vector, other: readonly number[]): void {
  for (let index = 0; index < other.length; index++) vector[index]! += other[index]!;
}

export function isZero(vector: readonly number[]): boolean {
  return vector.every((count) => count === 0);
}

// Digits in base 32, the last one of each number from its own range of characters, so that no separator is needed; neither
// range holds a quote or a backslash, which JSON would escape.
const LAST_DIGIT = 0x3c;
const EARLIER_DIGIT = 0x5d;

/** A vector as text: a character for each count under 32, two under 1 024; zeros at the end are left out. */
export function packed(vector: readonly number[]): string {
  let length = vector.length;
  while (length > 0 && vector[length - 1] === 0) length--;
  let text = '';
  for (let index = 0; index < length; index++) text += packedCount(vector[index]!);
  return text;
}

function packedCount(count: number): string {
  if (count < 0)
    throw new CodedError('negative-counter', 'an allocation was taken out of a counter that never held it');
  let text = String.fromCharCode(LAST_DIGIT + (count % 32));
  for (let rest = Math.floor(count / 32); rest > 0; rest = Math.floor(rest / 32)) {
    text = String.fromCharCode(EARLIER_DIGIT + (rest % 32)) + text;
  }
  return text;
}

/** Adds a packed vector to the counts given. */
export function addPacked(vector: Vector, text: string): void {
  let index = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= EARLIER_DIGIT) {
      count = count * 32 + code - EARLIER_DIGIT;
    } else {
      vector[index]! += count * 32 + code - LAST_DIGIT;
      index++;
      count = 0;
    }
  }
}
