import { isRehousingFigure, type Objective } from '#convention';
import type { Day, Share } from '#kernel';
import { fraction } from './exact';
import type { ObjectiveLine } from './line';
import type { CountedDays } from './tally';

/** What the end of the period asks of the allocations still to come, if they come as often as so far. */
export interface Pace {
  readonly elapsedDays: number;
  readonly remainingDays: number;
  /** Allocations of the denominator still to come: those so far, times the days that remain, over the days gone by. */
  readonly expected: Share;
  /** The rate among them at which the period ends exactly on the value. Above 1 or below 0, no rate of them does. */
  readonly needed: Share;
  /** `reached` now; `possible` where some rate among them reaches the objective; else `never` at this pace. */
  readonly reach: 'reached' | 'possible' | 'never';
}

type Counted = Pick<ObjectiveLine, 'numerator' | 'denominator' | 'status'>;

/**
 * With a of b allocations counted after e of T days, r = b(T − e)/e more are expected. A share of n/d at the end asks x of them, where
 * (a + x)/(b + r) = n/d, so the rate needed is x/r = (n·b·T − d·a·e) / (d·b·(T − e)). A count of v asks x = v − a. Null where it means nothing:
 * nothing to reach, no allocation so far, a period that is over or has not begun, a figure of rehousing, which no period counts.
 * @param today the last day that counts as gone by
 */
export function paceOf(objective: Objective, counted: Counted, { from, to }: CountedDays, today: Day): Pace | null {
  const { numerator, denominator, status } = counted;
  const aim = aimedAt(objective);
  const total = daysBetween(from, to);
  const elapsed = daysBetween(from, today);
  const isUnderWay = elapsed > 0 && elapsed < total;
  if (!aim || !isUnderWay || numerator === null || !denominator) return null;
  const [a, b, e, rest] = [numerator, denominator, elapsed, total - elapsed].map(BigInt) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const [n, d] = [BigInt(aim.numerator), BigInt(aim.denominator)];
  const needed =
    objective.measure === 'count'
      ? fraction((n - a) * e, b * rest)
      : fraction(n * b * (e + rest) - d * a * e, d * b * rest);
  return {
    elapsedDays: elapsed,
    remainingDays: total - elapsed,
    expected: fraction(b * rest, e),
    needed,
    reach: status === 'met' ? 'reached' : isWithin(objective, needed) ? 'possible' : 'never',
  };
}

function aimedAt({ operator, value, figure }: Objective): Share | null {
  if (isRehousingFigure(figure) || operator === 'monitor' || operator === 'tendTo') return null;
  return operator === 'zero' ? { numerator: 0, denominator: 1 } : value;
}

/** Whether some rate from 0 to 1 among the next allocations reaches the objective. */
function isWithin({ operator }: Objective, { numerator, denominator }: Share): boolean {
  const isLowEnough = numerator <= denominator;
  const isHighEnough = numerator >= 0;
  if (operator === 'min') return isLowEnough;
  return operator === 'equal' ? isLowEnough && isHighEnough : isHighEnough;
}

const DAY_MS = 86_400_000;

/** Both days included. */
function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}
