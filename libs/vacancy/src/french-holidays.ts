import { createRequire } from 'node:module';
import { yearOf, type Day } from '#kernel';
import type { HolidayCalendar } from './working-days';

/**
 * Departments and overseas bodies with public holidays of their own, by the code that the library knows: Bas-Rhin,
 * Haut-Rhin and Moselle have Good Friday and 26 December.
 */
export const HOLIDAY_REGIONS = ['57', '67', '68', 'GP', 'MQ', 'GF', 'RE', 'YT', 'BL', 'MF'] as const;
export type HolidayRegion = (typeof HOLIDAY_REGIONS)[number];

/** The library takes a third of a second to load, so it is loaded with the first offer. */
const requireLater = createRequire(__filename);

/** The public holidays of France, or of one of its regions. */
export function frenchHolidays(region?: HolidayRegion): HolidayCalendar {
  const years = new Map<number, ReadonlySet<string>>();
  return {
    isHoliday: (day: Day) => {
      const year = yearOf(day);
      const known = years.get(year) ?? holidaysOf(year, region);
      years.set(year, known);
      return known.has(day);
    },
  };
}

function holidaysOf(year: number, region: HolidayRegion | undefined): ReadonlySet<string> {
  // Its types promise a default export, but what `require` gives is the class itself.
  const Holidays = requireLater('date-holidays') as (typeof import('date-holidays'))['default'];
  const calendar = region ? new Holidays('FR', region) : new Holidays('FR');
  const days = calendar.getHolidays(year).filter(({ type }) => type === 'public');
  return new Set(days.map(({ date }) => date.slice(0, 10)));
}
