import { day } from '#kernel';
import { DEFAULT_DELAYS, freshnessOn, lastDayOfYears } from './delays';

describe('how long what is known stays fresh', () => {
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
  ])('on %s, what serves until %s is %s', (on, last, status) => {
    expect(freshnessOn(day(on), last === null ? null : day(last), DEFAULT_DELAYS)).toBe(status);
  });
});
