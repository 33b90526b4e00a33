import fc from 'fast-check';
import { addDays, day, type Day } from '#kernel';
import { frenchHolidays } from './french-holidays';
import { lastDayToAnswer, LEAST_DAYS_TO_ANSWER, type HolidayCalendar } from './working-days';

const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays(day('2020-01-01'), days));
const anyDelay = fc.integer({ min: LEAST_DAYS_TO_ANSWER, max: 60 });
const anyCalendar: fc.Arbitrary<HolidayCalendar> = fc.oneof(
  fc.constant(frenchHolidays()),
  fc.array(anyDay, { maxLength: 1500 }).map((days) => ({ isHoliday: (one: Day) => days.includes(one) })),
);

/** Written otherwise than in the code: by the name of the weekday. */
function isWorked(one: Day, calendar: HolidayCalendar): boolean {
  const name = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(one));
  return name !== 'Saturday' && name !== 'Sunday' && !calendar.isHoliday(one);
}

describe('the last day to answer an offer', () => {
  it('is a working day, the first from the end of the delay on', () => {
    fc.assert(
      fc.property(anyDay, anyDelay, anyCalendar, (notifiedOn, delay, calendar) => {
        const last = lastDayToAnswer(notifiedOn, delay, calendar);
        expect(isWorked(last, calendar)).toBe(true);
        const end = addDays(notifiedOn, delay);
        expect(last >= end).toBe(true);
        for (let one = end; one < last; one = addDays(one, 1)) expect(isWorked(one, calendar)).toBe(false);
      }),
    );
  });

  it('is never earlier for a later notice, nor for a longer delay', () => {
    fc.assert(
      fc.property(anyDay, anyDelay, anyCalendar, (notifiedOn, delay, calendar) => {
        const last = lastDayToAnswer(notifiedOn, delay, calendar);
        expect(lastDayToAnswer(addDays(notifiedOn, 1), delay, calendar) >= last).toBe(true);
        expect(lastDayToAnswer(notifiedOn, delay + 1, calendar) >= last).toBe(true);
      }),
    );
  });

  it.each([
    ['the count begins the day after the notice', '2026-03-02', '2026-03-12'],
    ['a Saturday moves to Monday', '2026-03-04', '2026-03-16'],
    ['a Sunday moves to Monday', '2026-03-05', '2026-03-16'],
    ['a Saturday before Easter Monday moves to Tuesday', '2026-03-25', '2026-04-07'],
    ['a holiday on a Friday moves over the weekend', '2026-04-21', '2026-05-04'],
    ['Christmas Day on a Friday moves over the weekend', '2026-12-15', '2026-12-28'],
    ['over the end of the year', '2026-12-22', '2027-01-04'],
  ])('%s', (_title, notifiedOn, last) => {
    expect(lastDayToAnswer(day(notifiedOn), LEAST_DAYS_TO_ANSWER, frenchHolidays())).toBe(last);
  });

  it('depends on the region', () => {
    // Christmas on a Thursday: in Strasbourg the day after is a holiday too, then comes the weekend.
    expect(lastDayToAnswer(day('2025-12-15'), 10, frenchHolidays())).toBe('2025-12-26');
    expect(lastDayToAnswer(day('2025-12-15'), 10, frenchHolidays('67'))).toBe('2025-12-29');
  });
});
