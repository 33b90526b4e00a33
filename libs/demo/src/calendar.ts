import { addDays, day, type Day } from '#kernel';
import type { Random } from './random';

const HOLIDAYS = new Set(
  [
    '2023-01-01',
    '2023-04-10',
    '2023-05-01',
    '2023-05-08',
    '2023-05-18',
    '2023-05-29',
    '2023-07-14',
    '2023-08-15',
    '2023-11-01',
    '2023-11-11',
    '2023-12-25',
  ].map(day),
);
const FIRST_DAY = day('2023-01-01');
const LAST_DAY = day('2023-12-31');
const SUNDAY = 0;
const SATURDAY = 6;

/** The days of 2023 on which leases are signed, with their weights: few on a Saturday, fewer in August, none on a Sunday or a holiday. */
const SIGNING_DAYS = signingDays();

/** A day of the period on which a lease may be signed. */
export function signingDay(random: Random, from: Day = FIRST_DAY, to: Day = LAST_DAY): Day {
  return random.weighted(SIGNING_DAYS.filter(([of]) => of >= from && of <= to));
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

function signingDays(): (readonly [Day, number])[] {
  const days: (readonly [Day, number])[] = [];
  for (let of = FIRST_DAY; of <= LAST_DAY; of = addDays(of, 1)) {
    if (weekday(of) === SUNDAY || HOLIDAYS.has(of)) continue;
    days.push([of, weekday(of) === SATURDAY ? 1 : of.startsWith('2023-08') ? 3 : 6]);
  }
  return days;
}
