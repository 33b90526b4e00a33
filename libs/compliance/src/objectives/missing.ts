import type { Objective } from '#convention';
import { compareShares, type Share } from '#kernel';
import { nearestPercent } from '../judging/aim';

/** How counts change with one more allocation: the denominator grows too, or it is fixed, like households to rehouse. */
export type Growth = 'both' | 'numerator';

/**
 * The least number of further allocations that reaches an objective. All of them are in the numerator where the share
 * is too low, none of them where it is too high. 0 where the objective is reached or nothing is counted yet; null where
 * no number reaches it, or where it has no value to reach.
 */
export function missingTo(
  { operator, measure, value }: Pick<Objective, 'operator' | 'measure' | 'value'>,
  counts: Share,
  growth: Growth = 'both',
): number | null {
  if (measure === 'count') return value && missingToCount(operator, value.numerator, counts.numerator);
  if (growth === 'numerator') return missingOfFixed({ operator, value }, counts);
  if (operator === 'zero') return missingToCeiling(counts, { numerator: 0, denominator: 1 });
  if (!value) return null;
  if (operator === 'min') return missingToFloor(counts, value);
  if (operator === 'max') return missingToCeiling(counts, value);
  return operator === 'equal' ? missingToEqual(counts, value) : null;
}

/** A count never goes down with further allocations. */
function missingToCount(operator: Objective['operator'], wanted: number, found: number): number | null {
  if (operator === 'min') return Math.max(0, wanted - found);
  if (operator === 'max') return found <= wanted ? 0 : null;
  return operator === 'equal' && found <= wanted ? wanted - found : null;
}

/** The least k ≥ 0 for which (numerator + k) / denominator reaches the aim, with no more than the denominator. */
function missingOfFixed(
  { operator, value }: Pick<Objective, 'operator' | 'value'>,
  { numerator, denominator }: Share,
): number | null {
  if (denominator === 0) return 0;
  const reaches = (counts: Share): boolean => {
    if (operator === 'zero') return counts.numerator === 0;
    if (operator === 'equal') return nearestPercent(counts) === nearestPercent(value!);
    const order = compareShares(counts, value!);
    return operator === 'min' ? order >= 0 : order <= 0;
  };
  if (operator === 'monitor' || operator === 'tendTo') return null;
  for (let further = 0; further === 0 || numerator + further <= denominator; further++)
    if (reaches({ numerator: numerator + further, denominator })) return further;
  return null;
}

/** The least k ≥ 0 for which (numerator + k) / (denominator + k) reaches the share. */
export function missingToFloor({ numerator, denominator }: Share, floor: Share): number | null {
  if (denominator === 0) return 0;
  // d(a + k) ≥ n(b + k) ⇔ k(d − n) ≥ n·b − d·a
  const [n, d] = [BigInt(floor.numerator), BigInt(floor.denominator)];
  const short = n * BigInt(denominator) - d * BigInt(numerator);
  if (short <= 0n) return 0;
  const gain = d - n;
  return gain === 0n ? null : Number((short + gain - 1n) / gain);
}

/** The least k ≥ 0 for which numerator / (denominator + k) is no more than the share. */
export function missingToCeiling({ numerator, denominator }: Share, ceiling: Share): number | null {
  const [n, d] = [BigInt(ceiling.numerator), BigInt(ceiling.denominator)];
  // d·a ≤ n(b + k) ⇔ k·n ≥ d·a − n·b
  const over = d * BigInt(numerator) - n * BigInt(denominator);
  if (over <= 0n) return 0;
  return n === 0n ? null : Number((over + n - 1n) / n);
}

/** An equality compares whole percents. One more allocation may go from below the value to above it: then no number reaches it. */
function missingToEqual(counts: Share, value: Share): number | null {
  const { numerator, denominator } = counts;
  if (denominator === 0) return 0;
  const wanted = nearestPercent(value);
  const found = nearestPercent(counts);
  if (found === wanted) return 0;
  // A share rounds to p from (2p − 1)/200 on, and below (2p + 1)/200. It is too high while 200·a ≥ (2p + 1)(b + k).
  if (found < wanted) {
    const k = missingToFloor(counts, { numerator: 2 * wanted - 1, denominator: 200 })!;
    return nearestPercent({ numerator: numerator + k, denominator: denominator + k }) === wanted ? k : null;
  }
  const whole = Number((200n * BigInt(numerator)) / BigInt(2 * wanted + 1)) + 1;
  return nearestPercent({ numerator, denominator: whole }) === wanted ? whole - denominator : null;
}
