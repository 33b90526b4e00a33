import type { Objective } from '#convention';
import { compareShares, type Share } from '#kernel';

/** How one more lease bears on an objective. */
export type Bearing = 'closer' | 'farther' | 'none';

type Aim = Pick<Objective, 'operator' | 'measure' | 'value'>;

const NOTHING: Share = { numerator: 0, denominator: 1 };

/**
 * Whether the counts after one more lease are closer to what the objective asks, compared exactly. A floor that is
 * reached already still gets closer where the share grows: the lease helps it.
 */
export function bearingOf({ operator, measure, value }: Aim, before: Share, after: Share): Bearing {
  const isUntouched = before.numerator === after.numerator && before.denominator === after.denominator;
  if (operator === 'monitor' || isUntouched) return 'none';
  if (measure === 'count') return value ? bearingOnCount(operator, value.numerator, before, after) : 'none';
  const aim = operator === 'zero' ? NOTHING : value;
  if (!aim) return 'none';
  const grows = before.denominator === 0 ? compareShares(after, aim) : compareShares(after, before);
  if (operator === 'min') return sign(grows, before.denominator === 0);
  if (operator === 'max' || operator === 'zero') return sign(-grows, before.denominator === 0);
  return before.denominator === 0 ? 'none' : sign(compareDistances(before, after, aim), false);
}

/** @param isFirst the first lease of all: it is judged by what it reaches, and to reach the aim exactly is to help */
function sign(gain: number, isFirst: boolean): Bearing {
  if (gain > 0 || (isFirst && gain === 0)) return 'closer';
  return gain < 0 ? 'farther' : 'none';
}

function bearingOnCount(operator: Objective['operator'], wanted: number, before: Share, after: Share): Bearing {
  const growth = after.numerator - before.numerator;
  if (operator === 'min') return sign(growth, false);
  if (operator === 'max' || operator === 'zero') return sign(-growth, false);
  return sign(Math.abs(before.numerator - wanted) - Math.abs(after.numerator - wanted), false);
}

/** Positive where `after` is closer to the aim than `before`. */
function compareDistances(before: Share, after: Share, aim: Share): number {
  const [was, is] = [distance(before, aim), distance(after, aim)];
  const gain = was.numerator * is.denominator - is.numerator * was.denominator;
  return gain > 0n ? 1 : gain < 0n ? -1 : 0;
}

function distance(share: Share, aim: Share): { readonly numerator: bigint; readonly denominator: bigint } {
  const [n, d] = [BigInt(share.numerator), BigInt(share.denominator)];
  const [p, q] = [BigInt(aim.numerator), BigInt(aim.denominator)];
  const difference = n * q - p * d;
  return { numerator: difference < 0n ? -difference : difference, denominator: d * q };
}
