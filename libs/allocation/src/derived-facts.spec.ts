import fc from 'fast-check';
import type { ThresholdFacts } from '#convention';
import { agrees, consumptionUnits, quartileOf } from './index';

const bounds = (q1: number, q2: number | null = null, q3: number | null = null): ThresholdFacts => ({
  year: 2024,
  q1,
  q2,
  q3,
});
const household = (income: number | null, persons = 1, children = 0, givenQuartile: 1 | 2 | 3 | 4 | null = null) => ({
  income,
  givenQuartile,
  personsOf14OrMore: persons,
  childrenUnder14: children,
});

describe('the quartile of a household', () => {
  it.each([
    [1, 0, 10],
    [2, 0, 15],
    [2, 2, 21],
    [1, 3, 19],
  ])('%i persons of 14 or more and %i children are %i tenths of a unit', (persons, children, tenths) => {
    expect(consumptionUnits(persons, children)).toBe(tenths);
  });

  it.each([
    ['at the bound belongs to the lower quartile', 1_161_500, 1],
    ['one cent above does not', 1_161_501, 2],
    ['at the second bound', 1_800_000, 2],
    ['above the third bound', 2_600_001, 4],
    ['no income at all is an income', 0, 1],
  ])('%s', (_case, income, quartile) => {
    expect(quartileOf(household(income), bounds(1_161_500, 1_800_000, 2_600_000))).toBe(quartile);
  });

  it('counts units exactly: 2.1 units of 11 615 € are 24 391.50 €', () => {
    expect(quartileOf(household(2_439_150, 2, 2), bounds(1_161_500))).toBe(1);
    expect(quartileOf(household(2_439_151, 2, 2), bounds(1_161_500))).toBe('2-4');
  });

  it('is an open range above the last bound known', () => {
    expect(quartileOf(household(9_999_999), bounds(1_161_500))).toBe('2-4');
    expect(quartileOf(household(9_999_999), bounds(1_161_500, 1_800_000))).toBe('3-4');
  });

  it('is the given one where there is no income, whatever the bounds', () => {
    expect(quartileOf(household(null, 1, 0, 3), bounds(1_161_500))).toBe(3);
    expect(quartileOf(household(null, 1, 0, 3), undefined)).toBe(3);
  });

  it('is unknown without income and given quartile, and for an income in a year without bounds', () => {
    expect(quartileOf(household(null), bounds(1_161_500))).toBeNull();
    expect(quartileOf(household(1_000_000, 1, 0, 1), undefined)).toBeNull();
  });

  it('never rises when income falls', () => {
    const cents = fc.integer({ min: 0, max: 20_000_000 });
    fc.assert(
      fc.property(
        cents,
        cents,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        (a, b, persons, children) => {
          const of = (income: number) =>
            quartileOf(household(income, persons, children), bounds(1_161_500, 1_800_000, 2_600_000)) as number;
          expect(of(Math.min(a, b))).toBeLessThanOrEqual(of(Math.max(a, b)));
        },
      ),
    );
  });

  it('agrees with a given quartile inside its open range only', () => {
    expect(agrees(3, '2-4')).toBe(true);
    expect(agrees(2, '3-4')).toBe(false);
    expect(agrees(1, '2-4')).toBe(false);
    expect(agrees(null, 2)).toBe(true);
    expect(agrees(2, 3)).toBe(false);
  });
});
