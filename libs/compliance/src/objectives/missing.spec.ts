import fc from 'fast-check';
import type { Operator } from '#convention';
import type { Share } from '#kernel';
import { aimOf, judged } from '../judging/aim';
import { anObjective } from '#convention/testing';
import { missingTo } from './missing';

const missing = (operator: Operator, value: Share | null, numerator: number, denominator: number) =>
  missingTo({ operator, measure: 'share', value }, { numerator, denominator });
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

describe('the number missing to a count', () => {
  it.each<[Operator, number, number, number | null]>([
    ['min', 40, 37, 3],
    ['min', 40, 41, 0],
    ['max', 40, 40, 0],
    ['max', 40, 41, null],
    ['equal', 40, 38, 2],
    ['equal', 40, 41, null],
    ['tendTo', 40, 38, null],
  ])('%s %i, from %i', (operator, wanted, found, expected) => {
    const value = { numerator: wanted, denominator: 1 };
    expect(missingTo({ operator, measure: 'count', value }, { numerator: found, denominator: 60 })).toBe(expected);
  });
});

describe('the number missing to a share whose denominator is fixed', () => {
  it.each<[Operator, Share, number, number, number | null]>([
    ['min', percent(100), 557, 800, 243],
    ['min', percent(50), 400, 800, 0],
    ['min', percent(33), 0, 10, 4],
    ['max', percent(50), 6, 10, null],
    ['equal', percent(50), 3, 10, 2],
    ['equal', percent(50), 6, 10, null],
    ['min', percent(50), 0, 0, 0],
  ])('%s %o, from %i of %i', (operator, value, numerator, denominator, expected) => {
    expect(missingTo({ operator, measure: 'share', value }, { numerator, denominator }, 'numerator')).toBe(expected);
  });
});
