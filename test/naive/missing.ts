import { aimsOf, reached, type Aim, type Count } from './judging';
import type { WrittenObjective } from './written-convention';

/** The search stops here. Values have few digits, so a value that can be reached is reached long before. */
const ENOUGH = 100_000;

/**
 * The number of further allocations that reaches an objective, found by adding them one by one. Null where no number
 * does, or where the objective has no value to reach. 0 where nothing is counted yet.
 */
export function missingFor(count: Count, objective: WrittenObjective): number | null {
  const [aim] = aimsOf(objective);
  if (!aim) return null;
  if (count.denominator === 0) return 0;
  const inNumerator = isBelow(count, aim) ? 1 : 0;
  for (let more = 0; more <= ENOUGH; more += 1) {
    const then = { numerator: count.numerator + more * inNumerator, denominator: count.denominator + more };
    if (reached(then, aim)) return more;
    if (isOutOfReach(then, aim, inNumerator)) return null;
  }
  return null;
}

/** True where further allocations must raise the rate, false where they must lower it. */
function isBelow({ numerator, denominator }: Count, { key, value }: Aim): boolean {
  if (key === 'equal') return numerator * value.whole < value.parts * denominator;
  return key === 'min';
}

/**
 * True where the objective can no longer be reached: it asks for 100 % or 0 %, which the rate only approaches, or the
 * rate has passed the value without reaching it.
 */
function isOutOfReach({ numerator, denominator }: Count, { key, value }: Aim, inNumerator: number): boolean {
  if (key === 'min') return value.parts === value.whole && numerator < denominator;
  if (key === 'max') return value.parts === 0 && numerator > 0;
  const [left, right] = [numerator * value.whole * 100, value.parts * 100 * denominator];
  const onePercent = value.whole * denominator;
  return inNumerator ? left > right + onePercent : left < right - onePercent;
}
