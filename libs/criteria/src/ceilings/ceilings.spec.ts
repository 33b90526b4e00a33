import * as fc from 'fast-check';
import { aCeilingGrid, aMeasuredHousehold } from '../testing';
import { admissionOf, percentOfPlusCeiling, type CeiledDwelling } from './admission';
import { Ceilings } from './ceiling';
import { ranksOf } from './household-rank';

const dwelling: CeiledDwelling = { year: 2025, zone: 'ile_de_france', financing: 'PLUS', isInDistrict: false };
const place = { year: 2025, zone: 'ile_de_france', financing: 'PLUS' } as const;
const household = aMeasuredHousehold;
const grid = aCeilingGrid();

describe('the category of a household (order of 29 July 1987)', () => {
  const rank = (changes: Parameters<typeof household>[0]) => {
    const { least, most } = ranksOf(household({ disability: false, youngCouple: false, ...changes }));
    return least === most ? least : [least, most];
  };

  it.each([
    ['a person alone', { personsOf14OrMore: 1 }, 1],
    ['a disabled person alone', { personsOf14OrMore: 1, disability: true }, 2],
    ['a couple', { personsOf14OrMore: 2, composition: 'couple' }, 2],
    ['a young couple', { personsOf14OrMore: 2, composition: 'couple', youngCouple: true }, 3],
    [
      'a young couple with a child',
      { personsOf14OrMore: 2, childrenUnder14: 1, composition: 'couple_enfants', youngCouple: true },
      3,
    ],
    ['two of whom one is disabled', { personsOf14OrMore: 2, composition: 'autre', disability: true }, 3],
    ['a parent with a small child', { personsOf14OrMore: 1, childrenUnder14: 1 }, 3],
    ['a parent with a grown child', { personsOf14OrMore: 2, composition: 'monoparentale' }, 3],
    ['a parent with a disabled child', { personsOf14OrMore: 1, childrenUnder14: 1, disability: true }, 3],
    ['a parent with four', { personsOf14OrMore: 1, childrenUnder14: 4 }, 6],
    ['a couple with four', { personsOf14OrMore: 2, childrenUnder14: 4, composition: 'couple_enfants' }, 6],
    ['a parent with six', { personsOf14OrMore: 1, childrenUnder14: 6 }, 8],
  ] as const)('%s', (_, changes, expected) => {
    expect(rank(changes)).toBe(expected);
  });

  it('is open where a fact that would change it is not known', () => {
    expect(rank({ personsOf14OrMore: 2, composition: null })).toEqual([2, 3]);
    expect(rank({ personsOf14OrMore: 2, composition: 'couple', youngCouple: null })).toEqual([2, 3]);
    expect(rank({ personsOf14OrMore: 3, childrenUnder14: 2, composition: 'nombreuse' })).toEqual([5, 6]);
    expect(rank({ personsOf14OrMore: 1, disability: null })).toEqual([1, 2]);
  });
});

describe('a ceiling', () => {
  it('adds an amount for each person beyond the sixth category', () => {
    expect(grid.ceiling(place, 6)).toBe(7_000_000);
    expect(grid.ceiling(place, 8)).toBe(8_600_000);
  });

  it('is not known without its row, or without that amount', () => {
    expect(grid.ceiling({ ...place, year: 2024 }, 1)).toBeNull();
    const alone = new Ceilings();
    alone.set({ ...place, category: 6, ceiling: 7_000_000, extraPerson: null, districtShare: null });
    expect(alone.ceiling(place, 6)).toBe(7_000_000);
    expect(alone.ceiling(place, 7)).toBeNull();
  });
});

describe('whether a ceiling admits a household', () => {
  const one = (taxIncome: number | null) => household({ personsOf14OrMore: 1, disability: false, taxIncome });
  const said = (...given: Parameters<typeof admissionOf>) => {
    const { admitted, because } = admissionOf(...given);
    return [admitted, because];
  };

  it('is yes up to the ceiling, and no above it', () => {
    expect(said(one(2_000_000), dwelling, grid)).toEqual([true, 'under-ceiling']);
    expect(said(one(2_000_001), dwelling, grid)).toEqual([false, 'above-ceiling']);
  });

  it('goes to the share of the PLUS ceiling in a QPV, where one is set', () => {
    const inDistrict = { ...dwelling, isInDistrict: true };
    const raised = aCeilingGrid({ districtShare: 160 });
    expect(said(one(3_200_000), inDistrict, raised)).toEqual([true, 'under-district-ceiling']);
    expect(said(one(3_200_001), inDistrict, raised)).toEqual([false, 'above-ceiling']);
    expect(said(one(2_000_001), inDistrict, grid)).toEqual([false, 'above-ceiling']);
    expect(said(one(2_000_001), dwelling, raised)).toEqual([false, 'above-ceiling']);
  });

  it('is not said where the financing, the zone, the row or the income is not known', () => {
    expect(said(one(1), { ...dwelling, financing: 'PLI' }, grid)).toEqual([null, 'no-ceiling']);
    expect(said(one(1), { ...dwelling, financing: null }, grid)).toEqual([null, 'no-ceiling']);
    expect(said(one(1), { ...dwelling, zone: null }, grid)).toEqual([null, 'zone-unknown']);
    expect(said(one(1), { ...dwelling, year: 2024 }, grid)).toEqual([null, 'no-ceiling']);
    expect(said(one(null), dwelling, grid)).toEqual([null, 'income-unknown']);
  });

  it('is not said between the ceilings of two categories that are both possible', () => {
    const open = household({ personsOf14OrMore: 1, disability: null, taxIncome: 2_500_000 });
    expect(said(open, dwelling, grid)).toEqual([null, 'category-open']);
    expect(said({ ...open, taxIncome: 3_000_001 }, dwelling, grid)).toEqual([false, 'above-ceiling']);
  });

  it('gives the percent of the PLUS ceiling, rounded down', () => {
    expect(percentOfPlusCeiling(one(699_999), place, grid)).toBe(34);
    expect(percentOfPlusCeiling(one(700_000), place, grid)).toBe(35);
    expect(percentOfPlusCeiling(one(null), place, grid)).toBeNull();
  });

  const facts = fc.record({
    personsOf14OrMore: fc.integer({ min: 1, max: 6 }),
    childrenUnder14: fc.integer({ min: 0, max: 6 }),
    composition: fc.constantFrom(null, 'seul', 'couple', 'couple_enfants', 'monoparentale', 'nombreuse', 'autre'),
    youngCouple: fc.constantFrom(null, false, true),
    disability: fc.constantFrom(null, false, true),
    taxIncome: fc.integer({ min: 0, max: 20_000_000 }),
  });
  const asked = fc.record({ isInDistrict: fc.boolean(), share: fc.constantFrom(null, 110, 160) });
  const order = (admitted: boolean | null) => [false, null, true].indexOf(admitted);

  it('never becomes less likely with less income, with one more child, or in a QPV', () => {
    fc.assert(
      fc.property(facts, asked, fc.nat(3_000_000), (given, { isInDistrict, share }, less) => {
        const ceilings = aCeilingGrid({ districtShare: share });
        const at = { ...dwelling, isInDistrict };
        const before = order(admissionOf(given, at, ceilings).admitted);
        const poorer = { ...given, taxIncome: Math.max(0, given.taxIncome - less) };
        const larger = { ...given, childrenUnder14: given.childrenUnder14 + 1 };
        expect(order(admissionOf(poorer, at, ceilings).admitted)).toBeGreaterThanOrEqual(before);
        expect(order(admissionOf(larger, at, ceilings).admitted)).toBeGreaterThanOrEqual(
          order(admissionOf({ ...given, youngCouple: false }, at, ceilings).admitted),
        );
        expect(order(admissionOf(given, { ...at, isInDistrict: true }, ceilings).admitted)).toBeGreaterThanOrEqual(
          before,
        );
      }),
    );
  });

  it('is never said both ways: what is learned later decides only what was open', () => {
    fc.assert(
      fc.property(
        facts,
        asked,
        fc.boolean(),
        fc.boolean(),
        (given, { isInDistrict, share }, disability, youngCouple) => {
          const ceilings = aCeilingGrid({ districtShare: share });
          const at = { ...dwelling, isInDistrict };
          const before = admissionOf(given, at, ceilings).admitted;
          const known = {
            ...given,
            disability: given.disability ?? disability,
            youngCouple: given.youngCouple ?? youngCouple,
          };
          if (before !== null) expect(admissionOf(known, at, ceilings).admitted).toBe(before);
        },
      ),
    );
  });
});
