/** A point of a trend. `value` is null where a period has nothing to count, or may not be told. */
export interface TrendPoint {
  readonly label: string;
  readonly value: number | null;
  /** Its period is not over. */
  readonly isUnfinished?: boolean;
}

export const WIDTH = 640;
export const HEIGHT = 240;
const MARGIN = { left: 52, right: 116, top: 16, bottom: 28 } as const;
export const INNER = {
  left: MARGIN.left,
  right: WIDTH - MARGIN.right,
  top: MARGIN.top,
  bottom: HEIGHT - MARGIN.bottom,
} as const;

/** Up to how many points each has its label. */
const FEW = 8;

/** Where a point stands across: evenly from one side to the other; a lone one in the middle. */
export function across(index: number, count: number): number {
  if (count === 1) return (INNER.left + INNER.right) / 2;
  return INNER.left + ((INNER.right - INNER.left) * index) / (count - 1);
}

/** Where a value stands, from 0 at the bottom to `most` at the top. */
export function up(value: number, most: number): number {
  const share = Math.max(0, Math.min(1, most === 0 ? 0 : value / most));
  return INNER.bottom - (INNER.bottom - INNER.top) * share;
}

/** The stretches of points that follow one another with a value: a line is not drawn over a hole. */
export function stretchesOf(points: readonly TrendPoint[]): readonly (readonly number[])[] {
  const stretches: number[][] = [];
  points.forEach(({ value }, index) => {
    if (value === null) return;
    if (index > 0 && points[index - 1]!.value !== null) stretches.at(-1)!.push(index);
    else stretches.push([index]);
  });
  return stretches;
}

/** The points that are told in figures: each of a few, else the first and the last that have a value. */
export function labelled(points: readonly TrendPoint[]): ReadonlySet<number> {
  const told = points.flatMap(({ value }, index) => (value === null ? [] : [index]));
  return new Set(points.length <= FEW ? told : [told[0], told.at(-1)].filter((index) => index !== undefined));
}

const ABOVE = 9;
const BELOW = 19;

/** Where the words of a point stand: above it, or below where the top or the line of the target is in the way. */
export function labelUp(y: number, target: number | undefined): number {
  const isCrossed = target !== undefined && target <= y + 2 && target > y - BELOW - 4;
  return y - ABOVE - 8 < INNER.top || isCrossed ? y + BELOW : y - ABOVE;
}

/** The top of an axis of counts: the next 1, 2 or 5 of its power of ten. */
export function roundTop(most: number): number {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most)!;
}
