import { addDays, day, yearOf, type Day } from '#kernel';
import { frenchHolidays, HOLIDAY_REGIONS, type HolidayRegion } from './french-holidays';

/** Article L3133-1 of the labour code, by the calendars that were published. */
const SAME_EVERY_YEAR = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension Day, Whit Monday. */
const BY_EASTER: Readonly<Record<number, readonly string[]>> = {
  2024: ['04-01', '05-09', '05-20'],
  2025: ['04-21', '05-29', '06-09'],
  2026: ['04-06', '05-14', '05-25'],
  2027: ['03-29', '05-06', '05-17'],
};
const GOOD_FRIDAY: Readonly<Record<number, string>> = { 2024: '03-29', 2025: '04-18', 2026: '04-03', 2027: '03-26' };
const YEARS = [2024, 2025, 2026, 2027];

/** Sundays count in no delay: a holiday that always falls on one makes no difference. */
function holidaysBesideSundays(year: number, region?: HolidayRegion): Day[] {
  const { isHoliday } = frenchHolidays(region);
  const found: Day[] = [];
  for (let one = day(`${year}-01-01`); yearOf(one) === year; one = addDays(one, 1))
    if (isHoliday(one) && !isSunday(one)) found.push(one);
  return found;
}

function isSunday(one: Day): boolean {
  return new Date(one).getUTCDay() === 0;
}

function expected(year: number, ...more: readonly string[]): string[] {
  return [...SAME_EVERY_YEAR, ...BY_EASTER[year]!, ...more]
    .map((date) => day(`${year}-${date}`))
    .filter((one) => !isSunday(one))
    .sort();
}

describe('the public holidays of France', () => {
  it.each(YEARS)('in %i', (year) => {
    expect(holidaysBesideSundays(year)).toEqual(expected(year));
  });

  it.each(['57', '67', '68'] as const)('with Good Friday and 26 December in Alsace-Moselle (%s)', (region) => {
    for (const year of YEARS)
      expect(holidaysBesideSundays(year, region)).toEqual(expected(year, GOOD_FRIDAY[year]!, '12-26'));
  });

  it.each([
    ['RE', '12-20'],
    ['GP', '05-27'],
    ['MQ', '05-22'],
    ['GF', '06-10'],
    ['YT', '04-27'],
  ] as const)('with the abolition of slavery overseas (%s)', (region, date) => {
    for (const year of YEARS) expect(frenchHolidays(region).isHoliday(day(`${year}-${date}`))).toBe(true);
  });

  it('are the same days but one on La Réunion', () => {
    for (const year of YEARS) expect(holidaysBesideSundays(year, 'RE')).toEqual(expected(year, '12-20'));
  });

  it('are known in every region', () => {
    for (const region of HOLIDAY_REGIONS) expect(frenchHolidays(region).isHoliday(day('2026-07-14'))).toBe(true);
  });
});
