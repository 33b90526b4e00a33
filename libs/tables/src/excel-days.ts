import { dayOf, type Day } from '#kernel';

const DAY_MILLISECONDS = 86_400_000;
const FIRST_OF_1904 = Date.UTC(1904, 0, 1);
/** Day 0 of the 1900 system, for days after 29 February 1900. Excel counts this day, which does not exist. */
const ZERO_OF_1900 = Date.UTC(1899, 11, 30);
const FALSE_LEAP_DAY = 60;

/**
 * The day of a serial number, without its time of day; undefined where the calendar has no such day. A number that was computed may be
 * less than a millisecond before midnight: it then means the day that begins.
 */
export function dayOfSerial(serial: number, from1904: boolean): Day | undefined {
  const whole = Math.floor(Math.round(serial * DAY_MILLISECONDS) / DAY_MILLISECONDS);
  if (!(whole >= (from1904 ? 0 : 1)) || whole > 3_000_000 || (!from1904 && whole === FALSE_LEAP_DAY)) return undefined;
  const zero = from1904 ? FIRST_OF_1904 : ZERO_OF_1900 + (whole < FALSE_LEAP_DAY ? DAY_MILLISECONDS : 0);
  const date = new Date(zero + whole * DAY_MILLISECONDS);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The serial number of a day in the 1900 system, undefined before March 1900, where its calendar is wrong. */
export function serialOfDay(day: string): number | undefined {
  const serial = (Date.parse(`${day}T00:00:00Z`) - ZERO_OF_1900) / DAY_MILLISECONDS;
  return serial > FALSE_LEAP_DAY ? serial : undefined;
}
