import fc from 'fast-check';
import { addDays, day } from '#kernel';
import { periodCount, periodsOf, SERIES_STEPS } from './periods';

describe('the periods of a series', () => {
  it.each([
    ['year', '2023-05-05', '2024-01-01', ['2023-01-01 2023-12-31', '2024-01-01 2024-12-31']],
    ['semester', '2024-06-30', '2024-07-01', ['2024-01-01 2024-06-30', '2024-07-01 2024-12-31']],
    ['quarter', '2023-12-31', '2024-02-29', ['2023-10-01 2023-12-31', '2024-01-01 2024-03-31']],
    ['month', '2024-02-10', '2024-02-11', ['2024-02-01 2024-02-29']],
  ] as const)('by %s from %s to %s are whole', (by, from, to, expected) => {
    const periods = periodsOf({ from: day(from), to: day(to) }, by);
    expect(periods.map((each) => `${each.from} ${each.to}`)).toEqual(expected);
  });

  it('follow each other without a gap, hold the days asked for, and are as many as counted', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SERIES_STEPS), fc.nat(20_000), fc.nat(2_000), (by, start, length) => {
        const from = addDays(day('1990-01-01'), start);
        const to = addDays(from, length);
        const periods = periodsOf({ from, to }, by);
        expect(periods).toHaveLength(periodCount({ from, to }, by));
        expect(periods[0]!.from <= from && from <= periods[0]!.to).toBe(true);
        expect(periods.at(-1)!.from <= to && to <= periods.at(-1)!.to).toBe(true);
        periods.slice(1).forEach((period, at) => expect(period.from).toBe(addDays(periods[at]!.to, 1)));
      }),
    );
  });
});
