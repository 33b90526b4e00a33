import type { RecordedConvention } from '#convention';
import { addDays, day, type Day } from '#kernel';
import { delaysOn } from '../convention-scales';
import { firstDueDay, lastDayOfYears, type FreshnessDelays } from '../delays';
import type { RaisedReminder } from './events';

/** Delays, and the day from which they hold. */
export interface DatedDelays {
  readonly from: Day;
  readonly delays: FreshnessDelays;
}

/** Sorts before every day. */
export const ALWAYS = '' as Day;
/** Sorts after every day. */
const AFTER_ALL = '~' as Day;

/** The delays in force on the day. */
export function delaysInForce(on: Day, recorded: RecordedConvention | null): DatedDelays {
  return datedDelays(recorded).findLast(({ from }) => from <= on)!;
}

/** The delays that the convention and its amendments set, each from the day on which they change. */
function datedDelays(recorded: RecordedConvention | null): readonly DatedDelays[] {
  const days = (recorded?.amendments ?? []).map(({ effectiveOn }) => effectiveOn);
  const all = [ALWAYS, ...[...new Set(days)].sort()].map((from) => ({ from, delays: delaysOn(from, recorded) }));
  return all.filter(({ delays }, at) => at === 0 || !isSame(delays, all[at - 1]!.delays));
}

function isSame(a: FreshnessDelays, b: FreshnessDelays): boolean {
  return a.surveyYears === b.surveyYears && a.noticeMonths === b.noticeMonths;
}

/**
 * The days on which a reminder of a residence's survey may fall due. The key of a day is made of the survey's year, the day of the delays
 * and the status, so it stays the same while these do. A survey counts until 1 January of the year of the next survey.
 */
export function surveyDays(years: readonly number[], recorded: RecordedConvention | null): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  const regimes = datedDelays(recorded);
  const sorted = [...years].sort((a, b) => a - b);
  for (const [at, year] of sorted.entries()) {
    const newer = sorted[at + 1];
    const end = newer === undefined ? AFTER_ALL : firstOf(newer);
    for (const [rank, { from, delays }] of regimes.entries()) {
      const until = earlier(regimes[rank + 1]?.from ?? AFTER_ALL, end);
      const lastDay = lastDayOfYears(firstOf(year), delays.surveyYears);
      for (const status of ['due', 'late'] as const) {
        const on = later(fellDueOn({ status, lastDay }, delays), later(from, firstOf(year)));
        if (on < until) days.set(`${year}|${from}|${status}`, on);
      }
    }
  }
  return days;
}

/** The day on which the renewal became due, or late, by these delays. */
export function fellDueOn(
  { status, lastDay }: RaisedReminder & { readonly lastDay: Day },
  delays: FreshnessDelays,
): Day {
  return status === 'late' ? addDays(lastDay, 1) : firstDueDay(lastDay, delays);
}

/** 1 January of the year. */
export function firstOf(year: number): Day {
  return day(`${year}-01-01`);
}

export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
