import { addMonths, day, daysInMonth, monthOf, type Day } from '#kernel';

/** A range of days or of months, both ends included, written as counter documents name their period. */
export interface PeriodRange {
  readonly first: string;
  readonly last: string;
}

/** A period split into whole months and the remaining days. */
export interface SplitPeriod {
  readonly months: PeriodRange | null;
  readonly days: readonly PeriodRange[];
}

export function splitPeriod(from: Day, to: Day): SplitPeriod {
  const first = from === firstDayOf(monthOf(from)) ? monthOf(from) : addMonths(monthOf(from), 1);
  const last = to === lastDayOf(monthOf(to)) ? monthOf(to) : addMonths(monthOf(to), -1);
  if (first > last) return { months: null, days: [{ first: from, last: to }] };
  const days: PeriodRange[] = [];
  if (from < first) days.push({ first: from, last: lastDayOf(monthOf(from)) });
  if (monthOf(to) > last) days.push({ first: firstDayOf(monthOf(to)), last: to });
  return { months: { first, last }, days };
}

function firstDayOf(month: string): Day {
  return day(`${month}-01`);
}

function lastDayOf(month: string): Day {
  return day(`${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`);
}
