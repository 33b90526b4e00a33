import { addDays, type Day } from '#kernel';

/** The public holidays that count, by day. */
export interface HolidayCalendar {
  isHoliday(day: Day): boolean;
}

/** Days to answer an offer where the letter gives no longer delay (R441-10). */
export const LEAST_DAYS_TO_ANSWER = 10;

/**
 * The last day to answer an offer: the count begins the day after the notice, and a last day that is a Saturday, a
 * Sunday or a public holiday moves to the next working day (R441-10).
 */
export function lastDayToAnswer(notifiedOn: Day, delay: number, calendar: HolidayCalendar): Day {
  let last = addDays(notifiedOn, delay);
  while (isWeekend(last) || calendar.isHoliday(last)) last = addDays(last, 1);
  return last;
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
