import fc from 'fast-check';
import type { Operator } from '#convention';
import type { Share } from '#kernel';
import { aimOf, judged } from '../judging/aim';
import { anObjective } from '#convention/testing';
import { missingTo } from './missing';

const missing = (operator: Operator, value: Share | null, numerator: number, denominator: number) =>
  missingTo({ operator, value }, { numerator, denominator });
const percent = (numerator: number): Share => ({ numerator, denominator: 100 });

/** Finds the number by trying one by one, with the further allocations all in the numerator or all outside it. */
function tried(operator: Operator, value: Share | null, counts: Share, most: number): number | null {
  const statusAt = (numerator: number, denominator: number) =>
    judged(aimOf([anObjective({ operator, value })]), { numerator, denominator }).status;
  for (let k = 0; k <= most; k += 1) {
    if (statusAt(counts.numerator, counts.denominator + k) === 'met' && operator !== 'min') return k;
    if (statusAt(counts.numerator + k, counts.denominator + k) === 'met' && operator !== 'max' && operator !== 'zero')
      return k;
  }
  return null;
}

describe('the number of allocations missing to an objective', () => {
  it.each<[Operator, Share | null, number, number, number | null]>([
    ['min', percent(25), 1, 5, 1],
    ['min', percent(25), 1, 4, 0],
    ['min', percent(100), 4, 5, null],
    ['min', percent(25), 0, 0, 0],
    ['max', percent(25), 2, 5, 3],
    ['max', percent(25), 1, 5, 0],
    ['max', percent(0), 1, 5, null],
    ['zero', null, 1, 5, null],
    ['zero', null, 0, 5, 0],
    ['equal', percent(50), 1, 2, 0],
    ['equal', percent(30), 0, 1, null],
    ['equal', percent(50), 0, 1, 1],
    ['equal', percent(50), 3, 3, 3],
    ['equal', percent(0), 1, 100, 101],
    ['equal', percent(100), 1, 2, 98 + 100],
    ['tendTo', percent(50), 0, 9, null],
    ['monitor', null, 0, 9, null],
  ])('%s %j at %i of %i: %p', (operator, value, numerator, denominator, expected) => {
    expect(missing(operator, value, numerator, denominator)).toBe(expected);
  });

  it('is the number that trying one by one finds', () => {
    const counts = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ numerator: a, denominator: a + b + 1 }));
    const share = fc.integer({ min: 2, max: 98 }).map(percent);
    fc.assert(
      fc.property(fc.constantFrom<Operator>('min', 'max', 'equal'), share, counts, (operator, value, at) => {
        expect(missing(operator, value, at.numerator, at.denominator)).toBe(tried(operator, value, at, 4_200));
      }),
      { numRuns: 150 },
    );
  });
});
