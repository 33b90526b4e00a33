import { addMonths, monthOf, type Day } from '#kernel';
import type { RehousingFacts } from '../events';
import { stageOf } from '../rehousing';

/** How far an operation is. */
export interface Progress {
  /** Households to rehouse. */
  readonly planned: number;
  /** Definitive moves made by the day. */
  readonly completed: number;
  /** Moves for a time made by the day. */
  readonly temporary: number;
  /** What is planned less what is completed, never below 0. */
  readonly remaining: number;
  /** Completed over the last six whole months / 6: the unrounded fraction. */
  readonly pacePerMonth: number;
  /** `AAAA-MM` in which nobody remains at that pace; null at pace 0. */
  readonly forecastEnd: string | null;
}

type Move = Pick<RehousingFacts, 'movedOn' | 'definitive'>;

const PACE_MONTHS = 6;

/** Whether the move had been made by the day. */
export function isMadeBy(day: Day, { movedOn }: Move): boolean {
  return movedOn !== null && movedOn <= day;
}

/** An operation's progress on a day, from the cases that are known of it (formats.md, `report rehousing`). */
export function progressOf(planned: number, cases: readonly Move[], day: Day): Progress {
  const made = cases.filter((each) => isMadeBy(day, each));
  const rehoused = made.filter((each) => stageOf(each) === 'rehoused');
  const remaining = Math.max(0, planned - rehoused.length);
  const month = monthOf(day);
  const recent = rehoused.filter(({ movedOn }) => isRecent(monthOf(movedOn!), month)).length;
  return {
    planned,
    completed: rehoused.length,
    temporary: made.length - rehoused.length,
    remaining,
    pacePerMonth: recent / PACE_MONTHS,
    forecastEnd: recent === 0 ? null : addMonths(month, Math.ceil((remaining * PACE_MONTHS) / recent)),
  };
}

/**
 * All operations together: the sums of each. Nobody remains once nobody does in any of them, so it ends with the last to end, and at a
 * month that nobody can tell while one that has households left has no pace: a quick operation does not make up for it.
 */
export function totalProgress(operations: readonly Progress[]): Progress {
  const recent = sum(operations, ({ pacePerMonth }) => Math.round(pacePerMonth * PACE_MONTHS));
  return {
    planned: sum(operations, ({ planned }) => planned),
    completed: sum(operations, ({ completed }) => completed),
    temporary: sum(operations, ({ temporary }) => temporary),
    remaining: sum(operations, ({ remaining }) => remaining),
    pacePerMonth: recent / PACE_MONTHS,
    forecastEnd: lastEnd(operations),
  };
}

function isRecent(month: string, current: string): boolean {
  return addMonths(current, -PACE_MONTHS) <= month && month < current;
}

function lastEnd(operations: readonly Progress[]): string | null {
  let last: string | null = null;
  for (const { remaining, forecastEnd } of operations) {
    if (forecastEnd === null) {
      if (remaining > 0) return null;
    } else if (last === null || isAfter(forecastEnd, last)) last = forecastEnd;
  }
  return last;
}

/** A pace of one household a half-year leads to years of five digits. */
function isAfter(month: string, other: string): boolean {
  return month.length === other.length ? month > other : month.length > other.length;
}

function sum(operations: readonly Progress[], of: (operation: Progress) => number): number {
  return operations.reduce((total, operation) => total + of(operation), 0);
}
