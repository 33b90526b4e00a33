import { HOUSEHOLD } from '../testing';
import { effectsOf, type Effect } from './effects';

const QPV = { districts: [{ code: 'QP1', name: 'Le Quartier' }] };
const OUTSIDE = { districts: [] };

function effects(
  facts: Partial<typeof HOUSEHOLD>,
  place: Parameters<typeof effectsOf>[1],
  basis: 'reservation' | 'dalo_prefet' = 'reservation',
): readonly Effect[] {
  return effectsOf({ basis, facts: { ...HOUSEHOLD, ...facts } }, place);
}

describe('the effect of a candidate', () => {
  it.each([
    ['a first quartile in a fragile QPV', { quartile: 1 }, { ...QPV, note: 4 }, ['first-quartile-in-fragile-district']],
    ['a first quartile in a sound QPV', { quartile: 1 }, { ...QPV, note: 2 }, []],
    [
      'a priority household of the first quartile in a QPV',
      { quartile: 1, priority: true },
      { ...QPV, note: 2 },
      ['priority-first-quartile'],
    ],
    [
      'a priority household of the first quartile where the note is 5',
      { quartile: 1, priority: true },
      { ...OUTSIDE, note: 5 },
      ['priority-first-quartile'],
    ],
    [
      'a household near its work where the note is 4',
      { homeWork: true },
      { ...OUTSIDE, note: 4 },
      ['work-in-fragile-residence'],
    ],
    [
      'an essential worker where the note is 5',
      { essentialWorker: true },
      { ...QPV, note: 5 },
      ['work-in-fragile-residence'],
    ],
    ['a household near its work elsewhere', { homeWork: true }, { ...OUTSIDE, note: 2 }, []],
    ['a first quartile elsewhere', { quartile: 1 }, { ...OUTSIDE, note: 2 }, ['priority-elsewhere']],
    ['a priority household elsewhere', { priority: true }, { ...OUTSIDE, note: 3 }, ['priority-elsewhere']],
    ['anybody in a residence without a note', { quartile: 1, priority: true }, { ...OUTSIDE, note: null }, []],
    ['an unknown quartile', { quartile: null }, { ...QPV, note: 5 }, []],
  ] as const)('of %s', (_, facts, place, expected) => {
    expect(effects(facts, place)).toEqual(expected);
  });

  it('of a household that the prefect designates, in a QPV only', () => {
    expect(effects({}, { ...QPV, note: 2 }, 'dalo_prefet')).toEqual(['state-dalo-in-district']);
    expect(effects({}, { ...OUTSIDE, note: 2 }, 'dalo_prefet')).toEqual([]);
  });
});
