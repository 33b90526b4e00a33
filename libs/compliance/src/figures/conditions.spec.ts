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

it('every part of every figure counts once those for whom its condition holds, also where it is a sum', () => {
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

it('a numerator counts nobody whom its denominator does not', () => {
  fc.assert(
    fc.property(randomTraits, (traits) => {
      for (const { code, numerator, denominator } of [...PRINTED, ...UNPRINTED])
        if (holds(numerator, traits)) expect([code, holds(denominator, traits)]).toEqual([code, true]);
    }),
    { numRuns: RUNS },
  );
});

it('what is kept has a bit of its own', () => {
  const bits = KEPT.map(({ bit }) => bit);
  expect(new Set(bits).size).toBe(bits.length);
  for (const bit of bits) expect(Number.isInteger(Math.log2(bit))).toBe(true);
});

describe('a condition', () => {
  const traits = { quartile: null, note: 3, inQpv: null, transfer: 1 } as Parameters<typeof holds>[1];

  it.each([
    ['one of its values', is('note', 3, 4), true],
    ['another value', is('note', 4, 5), false],
    ['an unknown fact, asked for', is('quartile', null), true],
    ['unknown, so not a yes', yes('inQpv'), false],
    ['unknown, so not yes', notYes('inQpv'), true],
    ['yes, so not another', notYes('transfer'), false],
    ['every one of none', all(), true],
    ['every one, and one does not', all(is('note', 3), notYes('transfer')), false],
    ['one of some', any(is('note', 1), yes('transfer')), true],
    ['one of none', any(), false],
    ['kept, as it is', kept(1, any(is('note', 3))), true],
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

  it('that all hold is the same however it is put together', () => {
    const [a, b, c] = [is('note', 3), notYes('inQpv'), yes('transfer')];
    expect(all(all(a, b), all(), all(c))).toEqual(all(a, all(b, c)));
    expect(all(a)).toEqual(a);
  });
});
