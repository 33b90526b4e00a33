import { day, daysInMonth, monthOf, type Day } from '#kernel';

/** From one period to another, both included; text as counter documents name their period. */
export interface PeriodRange {
  readonly first: string;
  readonly last: string;
}

/** A period as the whole months that it holds and the days beside them. */
export interface SplitPeriod {
  readonly months: PeriodRange | null;
  readonly days: readonly PeriodRange[];
}

export function splitPeriod(from: Day, to: Day): SplitPeriod {
  const first = from === firstDayOf(monthOf(from)) ? monthOf(from) : monthAfter(monthOf(from));
  const last = to === lastDayOf(monthOf(to)) ? monthOf(to) : monthBefore(monthOf(to));
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

function monthAfter(month: string): string {
  return moved(month, 1);
}

function monthBefore(month: string): string {
  return moved(month, -1);
}

function moved(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}
