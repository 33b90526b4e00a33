import { addDays, dayOf, daysInMonth, type Day } from '#kernel';

/** How long what is known of fragility stays fresh: configuration, dated like the convention. */
export interface FreshnessDelays {
  /** Years after which a survey is to be made again, from 1 January of its own. */
  readonly surveyYears: number;
  /** Years for which a landlord's list of priority residences holds. */
  readonly listYears: number;
  /** Months before the end in which a refresh is announced. */
  readonly noticeMonths: number;
}

/** Surveys every two years with OPS, the legal list every three; half a year's notice is ours. */
export const DEFAULT_DELAYS: FreshnessDelays = { surveyYears: 2, listYears: 3, noticeMonths: 6 };

/** The last day of so many years that begin on that day: `2024-03-01` and 3 give `2027-02-28`. */
export function lastDayOfYears(first: Day, years: number): Day {
  return addDays(movedBy(first, years * 12), -1);
}

/** `late` once the last day is over or where there is none; `due` where it comes within the notice; null where there is time. */
export function freshnessOn(on: Day, lastDay: Day | null, { noticeMonths }: FreshnessDelays): 'due' | 'late' | null {
  if (lastDay === null || on > lastDay) return 'late';
  return lastDay <= movedBy(on, noticeMonths) ? 'due' : null;
}

/** The first day on which what serves until that last day is `due`. */
export function firstDueDay(lastDay: Day, delays: FreshnessDelays): Day {
  let first = movedBy(lastDay, -delays.noticeMonths);
  // Months differ in length: the notice may reach the last day a few days sooner or later.
  while (freshnessOn(first, lastDay, delays) === null) first = addDays(first, 1);
  while (freshnessOn(addDays(first, -1), lastDay, delays) === 'due') first = addDays(first, -1);
  return first;
}

/** The same day of the month so many months later, or the month's last. */
function movedBy(from: Day, months: number): Day {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number];
  const moved = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(moved / 12), (moved % 12) + 1];
  return dayOf(y, m, Math.min(date, daysInMonth(y, m)))!;
}
