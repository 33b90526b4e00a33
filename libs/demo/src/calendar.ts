import { addDays, day, type Day } from '#kernel';
import type { Random } from './random';

const FIXED_HOLIDAYS = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension Day and Whit Monday, in days after Easter. */
const AFTER_EASTER = [1, 39, 50];
const SUNDAY = 0;
const SATURDAY = 6;

const SIGNING_DAYS = new Map<number, readonly (readonly [Day, number])[]>();

/** A day of the period, within one year, on which a lease may be signed. */
export function signingDay(random: Random, from: Day, to: Day): Day {
  return random.weighted(signingDays(yearOf(from)).filter(([of]) => of >= from && of <= to));
}

/** The day of the commission that decided on the lease: two to six weeks before, on a Tuesday or a Thursday. */
export function commissionDay(random: Random, signedOn: Day): Day {
  const before = addDays(signedOn, -random.between(14, 40));
  return addDays(before, random.pick([2, 4]) - weekday(before));
}

/** 0 is Sunday. */
export function weekday(of: Day): number {
  return new Date(`${of}T00:00:00Z`).getUTCDay();
}

export function yearOf(of: Day): number {
  return Number(of.slice(0, 4));
}

export function firstDayOf(year: number): Day {
  return day(`${year}-01-01`);
}

export function lastDayOf(year: number): Day {
  return day(`${year}-12-31`);
}

/** The days on which leases are signed, with their weights: few on a Saturday, fewer in August, none on a Sunday or a holiday. */
function signingDays(year: number): readonly (readonly [Day, number])[] {
  let days = SIGNING_DAYS.get(year);
  if (!days) SIGNING_DAYS.set(year, (days = weighedDays(year)));
  return days;
}

function weighedDays(year: number): (readonly [Day, number])[] {
  const holidays = holidaysOf(year);
  const days: (readonly [Day, number])[] = [];
  for (let of = firstDayOf(year); of <= lastDayOf(year); of = addDays(of, 1)) {
    if (weekday(of) === SUNDAY || holidays.has(of)) continue;
    days.push([of, weekday(of) === SATURDAY ? 1 : of.startsWith(`${year}-08`) ? 3 : 6]);
  }
  return days;
}

function holidaysOf(year: number): ReadonlySet<Day> {
  const easter = easterOf(year);
  return new Set([
    ...FIXED_HOLIDAYS.map((date) => day(`${year}-${date}`)),
    ...AFTER_EASTER.map((days) => addDays(easter, days)),
  ]);
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher). */
function easterOf(year: number): Day {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const epact =
    (19 * a + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) %
    30;
  const untilSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((a + 11 * epact + 22 * untilSunday) / 451);
  const date = epact + untilSunday - 7 * correction + 114;
  return day(`${year}-${twoDigits(Math.floor(date / 31))}-${twoDigits((date % 31) + 1)}`);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
