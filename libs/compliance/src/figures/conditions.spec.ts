import fc from 'fast-check';
import { randomTraits } from '../testing';
import { all, any, holds, implies, is, kept, notYes, yes } from './condition';
import { contributesOf, countedAt, COUNTERS, countersOf, KEPT } from './counters';
import { PRINTED, UNPRINTED } from './definitions';

const RUNS = process.env['MIXITE_LONG_TESTS'] ? 100_000 : 1_000;

it('an allocation adds to the counters whose conditions hold for it, and to no other', () => {
  fc.assert(
    fc.property(randomTraits, (traits) => {
      const expected = COUNTERS.flatMap((condition, index) => (holds(condition, traits) ? [index] : []));
      expect(countersOf(traits)).toEqual(expected);
      const bits = KEPT.filter((part) => holds(part, traits)).reduce((sum, { bit }) => sum + bit, 0);
      expect(contributesOf(traits)).toBe(bits);
    }),
    { numRuns: RUNS },
  );
});

it('every part of every figure counts each lease for which its condition holds once, also where the part is a sum of counters', () => {
  const parts = [...PRINTED, ...UNPRINTED].flatMap(({ code, numerator, denominator }) =>
    [numerator, denominator].map((condition) => ({ code, condition, indexes: countedAt(condition) })),
  );
  fc.assert(
    fc.property(randomTraits, (traits) => {
      const counters = countersOf(traits);
      const counted = parts.map(({ code, indexes }) => [code, indexes.filter((at) => counters.includes(at)).length]);
      expect(counted).toEqual(parts.map(({ code, condition }) => [code, holds(condition, traits) ? 1 : 0]));
    }),
    { numRuns: RUNS },
  );
});

it('a numerator counts only leases that its denominator counts', () => {
  fc.assert(
    fc.property(randomTraits, (traits) => {
      for (const { code, numerator, denominator } of [...PRINTED, ...UNPRINTED])
        if (holds(numerator, traits)) expect([code, holds(denominator, traits)]).toEqual([code, true]);
    }),
    { numRuns: RUNS },
  );
});

it('every kept condition has a bit of its own', () => {
  const bits = KEPT.map(({ bit }) => bit);
  expect(new Set(bits).size).toBe(bits.length);
  for (const bit of bits) expect(Number.isInteger(Math.log2(bit))).toBe(true);
});

describe('a condition', () => {
  const traits = { quartile: null, note: 3, inQpv: null, transfer: 1 } as Parameters<typeof holds>[1];

  it.each([
    ['one of its values', is('note', 3, 4), true],
    ['another value', is('note', 4, 5), false],
    ['an unknown fact, where unknown is wanted', is('quartile', null), true],
    ['yes, where the fact is unknown', yes('inQpv'), false],
    ['not yes, where the fact is unknown', notYes('inQpv'), true],
    ['not yes, where the fact is yes', notYes('transfer'), false],
    ['all of an empty list', all(), true],
    ['all, where one does not hold', all(is('note', 3), notYes('transfer')), false],
    ['any, where one holds', any(is('note', 1), yes('transfer')), true],
    ['any of an empty list', any(), false],
    ['kept, with the result of the condition itself', kept(1, any(is('note', 3))), true],
  ])('%s', (_, condition, expected) => {
    expect(holds(condition, traits)).toBe(expected);
  });

  it.each([
    ['the same', all(is('note', 3), yes('inQpv')), all(yes('inQpv'), is('note', 3)), true],
    ['fewer values', is('note', 3), is('note', 3, 4), true],
    ['more values', is('note', 3, 4), is('note', 3), false],
    ['more terms', all(is('note', 3), yes('inQpv')), yes('inQpv'), true],
    ['fewer terms', yes('inQpv'), all(is('note', 3), yes('inQpv')), false],
    ['values of another fact', is('quartile', '3'), is('note', 3), false],
  ])('implies another: %s', (_, one, other, expected) => {
    expect(implies(one, other)).toBe(expected);
  });

  it('`all` gives the same condition however it is nested', () => {
    const [a, b, c] = [is('note', 3), notYes('inQpv'), yes('transfer')];
    expect(all(all(a, b), all(), all(c))).toEqual(all(a, all(b, c)));
    expect(all(a)).toEqual(a);
  });
});
