import { addDays, movedByMonths, type Day } from '#kernel';

/** For how long surveys and lists stay fresh. The convention in force on a day sets the years. */
export interface FreshnessDelays {
  /** A survey serves for this many years, counted from 1 January of its year. */
  readonly surveyYears: number;
  /** Years for which a landlord's list of priority residences holds. */
  readonly listYears: number;
  /** A renewal is due this many months before the last day. */
  readonly noticeMonths: number;
}

/** A survey every two years with OPS, a legal list every three years. The notice of six months is our own choice. */
export const DEFAULT_DELAYS: FreshnessDelays = { surveyYears: 2, listYears: 3, noticeMonths: 6 };

/** The last day of a span of whole years that begins on `first`: `2024-03-01` and 3 give `2027-02-28`. */
export function lastDayOfYears(first: Day, years: number): Day {
  return addDays(movedByMonths(first, years * 12), -1);
}

/** `late`: the last day is over, or there is none. `due`: the last day comes within the notice. Null: there is still time. */
export function freshnessOn(on: Day, lastDay: Day | null, { noticeMonths }: FreshnessDelays): 'due' | 'late' | null {
  if (lastDay === null || on > lastDay) return 'late';
  return lastDay <= movedByMonths(on, noticeMonths) ? 'due' : null;
}

/** The first day on which the renewal of a survey or a list that serves until `lastDay` is `due`. */
export function firstDueDay(lastDay: Day, delays: FreshnessDelays): Day {
  let first = movedByMonths(lastDay, -delays.noticeMonths);
  // Months differ in length, so the exact day may be a few days before or after this one.
  while (freshnessOn(first, lastDay, delays) === null) first = addDays(first, 1);
  while (freshnessOn(addDays(first, -1), lastDay, delays) === 'due') first = addDays(first, -1);
  return first;
}
