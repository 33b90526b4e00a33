import { isSmall, LEAST_SHOWN } from '#compliance';

/** What is masked of a count: operations, by their place, and the total of all. */
export type MaskedLines = ReadonlySet<number | 'total'>;

/** Counts of each operation, without overlap. */
export interface Column {
  readonly lines: readonly (readonly number[])[];
  /** Lines that are masked in any case. */
  readonly also?: MaskedLines;
  /** What the parts of each line add up to, where the reader knows it. */
  readonly wholes?: readonly number[];
}

/**
 * The lines to mask so that the total gives no small count back. Each part is masked with the others of its line: their difference would tell it. Further
 * operations are masked, the smallest first, until what the total tells of the masked ones together is of 11 households at least in each part; where there
 * are not so many, the total is masked. Each line of a column is in one sum only, that of the total: where that sum does not tell a count, nothing does.
 */
export function maskedLines(column: Column): MaskedLines {
  const { lines, also = new Set() } = column;
  const all = lines.map((_, at) => at);
  const few = all.filter((at) => also.has(at) || lines[at]!.some(isSmall));
  if (few.length === 0) return new Set();
  const others = all.filter((at) => !few.includes(at) && sum(lines[at]!) > 0 && addsUp(at, column));
  others.sort((a, b) => sum(lines[a]!) - sum(lines[b]!));
  for (let count = 0; count <= others.length && !also.has('total'); count++) {
    const masked = [...few, ...others.slice(0, count)];
    if (isHidden(masked, column)) return new Set(masked);
  }
  return new Set([...few, 'total']);
}

/** Whether what the masked lines are together tells of none of them. A part that none of them has tells of nobody; but with a known whole it tells the other part. */
function isHidden(masked: readonly number[], column: Column): boolean {
  const { lines, wholes } = column;
  const together = lines[0]!.map((_, part) => sum(masked.map((at) => lines[at]![part]!)));
  const isEnough = together.every((count) => count >= LEAST_SHOWN || (count === 0 && !wholes));
  return isEnough && masked.every((at) => addsUp(at, column));
}

/** An operation that rehoused more than it planned stands out among others, so it hides none. */
function addsUp(at: number, { lines, wholes }: Column): boolean {
  return wholes === undefined || wholes[at] === sum(lines[at]!);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
