import { aimsOf, reached, type Aim, type Count } from './judging';
import type { WrittenObjective } from './written-convention';

/** Nobody waits for more allocations than this: values are of a few digits, so that a reachable one is reached long before. */
const ENOUGH = 100_000;

/** The further allocations by which an objective is reached, added one by one; null where none do, or where it aims at nothing; none are where nothing is counted. */
export function missingFor(count: Count, objective: WrittenObjective): number | null {
  const [aim] = aimsOf(objective);
  if (!aim) return null;
  if (count.denominator === 0) return 0;
  const inNumerator = isBelow(count, aim) ? 1 : 0;
  for (let more = 0; more <= ENOUGH; more += 1) {
    const then = { numerator: count.numerator + more * inNumerator, denominator: count.denominator + more };
    if (reached(then, aim)) return more;
    if (hopeless(then, aim, inNumerator)) return null;
  }
  return null;
}

/** Further allocations raise the rate, or lower it. */
function isBelow({ numerator, denominator }: Count, { key, value }: Aim): boolean {
  if (key === 'equal') return numerator * value.whole < value.parts * denominator;
  return key === 'min';
}

/** Everything, or nothing, is asked of a rate that only comes near it; or it went past without being there. */
function hopeless({ numerator, denominator }: Count, { key, value }: Aim, inNumerator: number): boolean {
  if (key === 'min') return value.parts === value.whole && numerator < denominator;
  if (key === 'max') return value.parts === 0 && numerator > 0;
  const [left, right] = [numerator * value.whole * 100, value.parts * 100 * denominator];
  const onePercent = value.whole * denominator;
  return inNumerator ? left > right + onePercent : left < right - onePercent;
}
