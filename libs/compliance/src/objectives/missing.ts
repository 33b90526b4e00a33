import type { Objective } from '#convention';
import type { Share } from '#kernel';
import { nearestPercent } from '../judging/aim';

/**
 * The least number of further allocations that reaches an objective. All of them are in the numerator where the share
 * is too low, none of them where it is too high. 0 where the objective is reached or nothing is counted yet; null where
 * no number reaches it, or where it has no value to reach.
 */
export function missingTo({ operator, value }: Pick<Objective, 'operator' | 'value'>, counts: Share): number | null {
  if (operator === 'zero') return missingToCeiling(counts, { numerator: 0, denominator: 1 });
  if (!value) return null;
  if (operator === 'min') return missingToFloor(counts, value);
  if (operator === 'max') return missingToCeiling(counts, value);
  return operator === 'equal' ? missingToEqual(counts, value) : null;
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
