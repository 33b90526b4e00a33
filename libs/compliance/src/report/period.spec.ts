import fc from 'fast-check';
import { addDays, day, monthOf } from '#kernel';
import { splitPeriod } from './period';

describe('a period as whole months and days', () => {
  it.each([
    ['2024-01-01', '2024-12-31', { months: { first: '2024-01', last: '2024-12' }, days: [] }],
    ['2024-02-01', '2024-02-29', { months: { first: '2024-02', last: '2024-02' }, days: [] }],
    ['2024-02-01', '2024-02-28', { months: null, days: [{ first: '2024-02-01', last: '2024-02-28' }] }],
    ['2023-12-20', '2024-01-10', { months: null, days: [{ first: '2023-12-20', last: '2024-01-10' }] }],
    [
      '2023-12-15',
      '2025-01-02',
      {
        months: { first: '2024-01', last: '2024-12' },
        days: [
          { first: '2023-12-15', last: '2023-12-31' },
          { first: '2025-01-01', last: '2025-01-02' },
        ],
      },
    ],
  ])('from %s to %s', (from, to, expected) => {
    expect(splitPeriod(day(from), day(to))).toEqual(expected);
  });

  it('holds each day once', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.nat(400), (start, length) => {
        const from = addDays(day('2023-01-01'), start);
        const to = addDays(from, length);
        const { months, days } = splitPeriod(from, to);
        for (let on = addDays(from, -40); on <= addDays(to, 40); on = addDays(on, 1)) {
          const inMonths = months && months.first <= monthOf(on) && monthOf(on) <= months.last ? 1 : 0;
          const times = inMonths + days.filter((range) => range.first <= on && on <= range.last).length;
          expect([on, times]).toEqual([on, from <= on && on <= to ? 1 : 0]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
