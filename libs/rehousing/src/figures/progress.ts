import { addMonths, monthOf, type Day } from '#kernel';
import type { RehousingFacts } from '../events';
import { stageOf } from '../rehousing';

/** The progress of an operation. */
export interface Progress {
  /** Households to rehouse. */
  readonly planned: number;
  /** Definitive moves made up to the day. */
  readonly completed: number;
  /** Temporary moves made up to the day. */
  readonly temporary: number;
  /** `planned` less `completed`, never below 0. */
  readonly remaining: number;
  /** The definitive moves of the last six whole months, divided by 6: the unrounded fraction. */
  readonly pacePerMonth: number;
  /** The month (`AAAA-MM`) in which no household remains at this pace; null where the pace is 0. */
  readonly forecastEnd: string | null;
}

type Move = Pick<RehousingFacts, 'movedOn' | 'definitive'>;

const PACE_MONTHS = 6;

/** Whether the move was made on the day or before it. */
export function isMadeBy(day: Day, { movedOn }: Move): boolean {
  return movedOn !== null && movedOn <= day;
}

/** The progress of an operation on a day, from its known cases (formats.md, `report rehousing`). */
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
 * The progress of all operations together: the sums of their counts. It ends when the last operation ends. The end is
 * null while an operation with households left has no pace: a quick operation does not compensate for a slow one.
 */
export function totalProgress(operations: readonly Progress[]): Progress {
  const recent = sum(operations, recentOf);
  return {
    planned: sum(operations, ({ planned }) => planned),
    completed: sum(operations, ({ completed }) => completed),
    temporary: sum(operations, ({ temporary }) => temporary),
    remaining: sum(operations, ({ remaining }) => remaining),
    pacePerMonth: recent / PACE_MONTHS,
    forecastEnd: lastEnd(operations),
  };
}

/** The definitive moves of the last six whole months. */
export function recentOf({ pacePerMonth }: Pick<Progress, 'pacePerMonth'>): number {
  return Math.round(pacePerMonth * PACE_MONTHS);
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

/** Compares months whose years may have five digits, which a very slow pace leads to. */
function isAfter(month: string, other: string): boolean {
  return month.length === other.length ? month > other : month.length > other.length;
}

function sum(operations: readonly Progress[], of: (operation: Progress) => number): number {
  return operations.reduce((total, operation) => total + of(operation), 0);
}
