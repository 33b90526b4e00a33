import { dayOf, daysInMonth, yearOf, type Day } from '#kernel';

/** The periods by which a series counts, all of the calendar. */
export const SERIES_STEPS = ['year', 'semester', 'quarter', 'month'] as const;
export type SeriesStep = (typeof SERIES_STEPS)[number];

const MONTHS: Readonly<Record<SeriesStep, number>> = { year: 12, semester: 6, quarter: 3, month: 1 };

/** The first and the last day of a period, both included. */
export interface PeriodDays {
  readonly from: Day;
  readonly to: Day;
}

/** How many periods the days from one to the other are in. */
export function periodCount({ from, to }: PeriodDays, by: SeriesStep): number {
  return numberOf(to, by) - numberOf(from, by) + 1;
}

/** The whole periods that hold the days from one to the other, in their order. */
export function periodsOf(days: PeriodDays, by: SeriesStep): readonly PeriodDays[] {
  const first = numberOf(days.from, by);
  return Array.from({ length: periodCount(days, by) }, (_, at) => periodAt(first + at, by));
}

/** Periods are numbered from the year 0 on. */
function numberOf(day: Day, by: SeriesStep): number {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1;
  return Math.floor(months / MONTHS[by]);
}

function periodAt(number: number, by: SeriesStep): PeriodDays {
  const first = number * MONTHS[by];
  const last = first + MONTHS[by] - 1;
  const [year, month] = [Math.floor(last / 12), (last % 12) + 1];
  return {
    from: dayOf(Math.floor(first / 12), (first % 12) + 1, 1)!,
    to: dayOf(year, month, daysInMonth(year, month))!,
  };
}
