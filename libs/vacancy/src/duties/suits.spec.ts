import fc from 'fast-check';
import { DWELLING_TYPES } from '#territory';
import { tooManyIn } from '#criteria';
import { leastSurface, suits } from './suits';

describe('a dwelling that suits', () => {
  it.each([
    [1, 'T1', null, true],
    [1, 'T2', null, true],
    [1, 'T3', null, false],
    [2, 'T1', null, true],
    [3, 'T1', null, false],
    [3, 'T2', null, true],
    [4, 'T2', null, false],
    [5, 'T3', null, true],
    [6, 'T3', null, false],
    [7, 'T4', null, true],
    [8, 'T4', null, false],
    [2, 'T2', 1_600, true],
    [2, 'T2', 1_599, false],
    [4, 'T3', 3_400, true],
    [4, 'T3', 3_399, false],
    [9, 'T5', 6_999, false],
    [9, 'T5', 7_000, true],
  ] as const)('for %d persons: %s of %s hundredths of a square metre: %s', (persons, type, surface, expected) => {
    expect(suits(persons, { type, surface })).toBe(expected);
  });

  it('is never one whose financing has a ceiling that does not admit the household, where that is known', () => {
    const dwelling = { type: 'T2', surface: 5_000 } as const;
    expect([true, null, false].map((admitted) => suits(2, dwelling, admitted))).toEqual([true, true, false]);
  });

  it('is never one of unknown type', () => {
    expect(suits(2, { type: null, surface: 9_000 })).toBe(false);
  });

  it('never becomes too small by a larger surface, nor over-occupied by more rooms', () => {
    const persons = fc.integer({ min: 1, max: 14 });
    fc.assert(
      fc.property(
        persons,
        fc.constantFrom(...DWELLING_TYPES),
        fc.nat(12_000),
        fc.nat(3_000),
        (many, type, least, more) => {
          if (suits(many, { type, surface: least })) expect(suits(many, { type, surface: least + more })).toBe(true);
        },
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (rooms) => {
        expect(tooManyIn(rooms + 1)).toBeGreaterThan(tooManyIn(rooms));
      }),
    );
    fc.assert(
      fc.property(persons, (many) => {
        expect(leastSurface(many + 1)).toBeGreaterThanOrEqual(leastSurface(many));
        expect(leastSurface(many)).toBeLessThanOrEqual(70);
      }),
    );
  });
});
