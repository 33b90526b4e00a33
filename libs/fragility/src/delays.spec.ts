import fc from 'fast-check';
import { addDays, day } from '#kernel';
import { DEFAULT_DELAYS, firstDueDay, freshnessOn, lastDayOfYears } from './delays';

describe('how long surveys and lists stay fresh', () => {
  it.each([
    ['2022-01-01', 2, '2023-12-31'],
    ['2025-01-28', 3, '2028-01-27'],
    ['2024-02-29', 3, '2027-02-27'],
    ['2024-03-01', 3, '2027-02-28'],
  ])('%s and %d years end on %s', (first, years, last) => {
    expect(lastDayOfYears(day(first), years)).toBe(last);
  });

  it.each<[string, string | null, 'due' | 'late' | null]>([
    ['2024-01-01', '2023-12-31', 'late'],
    ['2023-12-31', '2023-12-31', 'due'],
    ['2023-06-30', '2023-12-30', 'due'],
    ['2023-06-30', '2023-12-31', null],
    ['2023-08-31', '2024-02-29', 'due'],
    ['2023-08-31', '2024-03-01', null],
    ['2023-01-01', null, 'late'],
  ])('on %s, the renewal of what serves until %s is %s', (on, last, status) => {
    expect(freshnessOn(day(on), last === null ? null : day(last), DEFAULT_DELAYS)).toBe(status);
  });

  it('a renewal is due from a first day on, and not on the day before', () => {
    expect(firstDueDay(day('2023-12-31'), DEFAULT_DELAYS)).toBe('2023-07-01');
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(day('2000-01-01'), count));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 18 }), (lastDay, noticeMonths) => {
        const delays = { ...DEFAULT_DELAYS, noticeMonths };
        const first = firstDueDay(lastDay, delays);
        expect(freshnessOn(first, lastDay, delays)).toBe('due');
        expect(freshnessOn(addDays(first, -1), lastDay, delays)).toBeNull();
      }),
    );
  });
});
