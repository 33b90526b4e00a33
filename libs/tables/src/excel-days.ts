import { dayOf, type Day } from '#kernel';

const DAY_MILLISECONDS = 86_400_000;
const FIRST_OF_1904 = Date.UTC(1904, 0, 1);
/** Day 0 of the 1900 system for days after its 29 February 1900, which never was. */
const ZERO_OF_1900 = Date.UTC(1899, 11, 30);
const LEAP_DAY_THAT_NEVER_WAS = 60;

/**
 * The day of a serial number (its time of day aside), undefined where the calendar has none. A computed one falls short of midnight by
 * less than a millisecond, and is shown as the day that then begins.
 */
export function dayOfSerial(serial: number, from1904: boolean): Day | undefined {
  const whole = Math.floor(Math.round(serial * DAY_MILLISECONDS) / DAY_MILLISECONDS);
  if (!(whole >= (from1904 ? 0 : 1)) || whole > 3_000_000 || (!from1904 && whole === LEAP_DAY_THAT_NEVER_WAS))
    return undefined;
  const zero = from1904 ? FIRST_OF_1904 : ZERO_OF_1900 + (whole < LEAP_DAY_THAT_NEVER_WAS ? DAY_MILLISECONDS : 0);
  const date = new Date(zero + whole * DAY_MILLISECONDS);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The serial number of a day in the 1900 system, undefined before March 1900, where its calendar is wrong. */
export function serialOfDay(day: string): number | undefined {
  const serial = (Date.parse(`${day}T00:00:00Z`) - ZERO_OF_1900) / DAY_MILLISECONDS;
  return serial > LEAP_DAY_THAT_NEVER_WAS ? serial : undefined;
}
