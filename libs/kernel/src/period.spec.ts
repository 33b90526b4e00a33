import fc from 'fast-check';
import { addDays, day } from './day';
import { changeDaysOf, holdsOn, type Period } from './period';

const YEAR: Period = { firstDay: day('2015-01-01'), lastDay: day('2023-12-31') };
const OPEN: Period = { ...YEAR, lastDay: null };

describe('a period', () => {
  it.each([
    ['', false, false],
    ['2014-12-31', false, false],
    ['2015-01-01', true, true],
    ['2023-12-30', true, true],
    ['2023-12-31', true, true],
    ['2024-01-01', false, true],
    ['9999-12-31', false, true],
  ])('on %p holds: %p, without a last day: %p', (on, closed, open) => {
    expect(holdsOn(on === '' ? on : day(on), YEAR)).toBe(closed);
    expect(holdsOn(on === '' ? on : day(on), OPEN)).toBe(open);
  });

  it('of one day holds only on that day', () => {
    const one = { firstDay: day('2024-02-29'), lastDay: day('2024-02-29') };
    expect([-1, 0, 1].map((days) => holdsOn(addDays(one.firstDay, days), one))).toEqual([false, true, false]);
  });

  it('changes only on its change days', () => {
    const drawn = fc.tuple(fc.nat(50), fc.option(fc.nat(50)), fc.integer({ min: -5, max: 110 }));
    fc.assert(
      fc.property(drawn, ([start, length, on]) => {
        const firstDay = addDays(YEAR.firstDay, start);
        const period = { firstDay, lastDay: length === null ? null : addDays(firstDay, length) };
        const today = addDays(YEAR.firstDay, on);
        const changes = holdsOn(today, period) !== holdsOn(addDays(today, -1), period);
        expect(changes).toBe(changeDaysOf(period).includes(today));
      }),
    );
  });
});
