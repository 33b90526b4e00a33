import { noticesOf, type Weighed } from './notices';

const facts: Weighed['facts'] = {
  transfer: false,
  quartile: 3,
  priority: false,
  homeWork: false,
  essentialWorker: null,
  rehoused: false,
  composition: null,
  publics: [],
};
const weighed = (changes: Partial<Weighed> = {}, of: Partial<Weighed['facts']> = {}): Weighed => ({
  facts: { ...facts, ...of },
  dalo: false,
  precarious: null,
  basis: 'reservation',
  isStateHolder: false,
  isInDistrict: false,
  note: 2,
  ...changes,
});

describe('the notices before a designation', () => {
  it('are none for a household that neither helps nor hurts', () => {
    expect(noticesOf(weighed())).toEqual([]);
  });

  it('warn of a household above the ceiling of the dwelling, where that is known', () => {
    expect(noticesOf(weighed({ isAboveCeiling: true }))).toEqual(['above-ceiling']);
    expect(noticesOf(weighed({ isAboveCeiling: false }))).toEqual([]);
  });

  it('warn of a first quartile in a fragile residence of a QPV, and twice where it is a priority too', () => {
    const fragile = { isInDistrict: true, note: 5 } as const;
    expect(noticesOf(weighed(fragile, { quartile: 1 }))).toEqual(['first-quartile-in-fragile-qpv']);
    expect(noticesOf(weighed(fragile, { quartile: 1, priority: true }))).toEqual([
      'first-quartile-in-fragile-qpv',
      'priority-first-quartile',
    ]);
    expect(noticesOf(weighed({ isInDistrict: true, note: 3 }, { quartile: 1 }))).toEqual([]);
  });

  it('warn of a priority household of the first quartile in a QPV, or under notes 4 and 5', () => {
    const of = { quartile: 1, priority: true } as const;
    for (const place of [{ isInDistrict: true, note: 1 }, { isInDistrict: true, note: null }, { note: 4 }] as const)
      expect(noticesOf(weighed(place, of))).toEqual(['priority-first-quartile']);
    expect(noticesOf(weighed({ isInDistrict: true, note: 1 }, { ...of, quartile: 2 }))).toEqual([]);
  });

  it('warn of a precarious DALO household that the State designates in a QPV', () => {
    const precarious = { dalo: true, precarious: true, isInDistrict: true } as const;
    const code = 'precarious-dalo-in-qpv';
    expect(noticesOf(weighed({ ...precarious, basis: 'dalo_prefet' }))).toEqual([code]);
    expect(noticesOf(weighed({ ...precarious, isStateHolder: true }))).toEqual([code]);
    for (const other of [{}, { isStateHolder: true, precarious: null }, { isStateHolder: true, isInDistrict: false }])
      expect(noticesOf(weighed({ ...precarious, ...other }))).not.toContain(code);
  });

  it('name what is an asset: work where the residence is fragile, priority and first quartile where it is not', () => {
    const works = [{ homeWork: true }, { essentialWorker: true }];
    for (const of of works) expect(noticesOf(weighed({ note: 4 }, of))).toEqual(['in-work-where-fragile']);
    for (const of of works) expect(noticesOf(weighed({ note: 3 }, of))).toEqual([]);
    expect(noticesOf(weighed({ note: null }, { priority: true, quartile: 1 }))).toEqual([
      'priority-where-not-fragile',
      'first-quartile-where-not-fragile',
    ]);
    expect(noticesOf(weighed({ isInDistrict: true }, { priority: true }))).toEqual([]);
  });

  it('say that a quartile is unknown, but not that it lies in a range', () => {
    expect(noticesOf(weighed({}, { quartile: null }))).toEqual(['quartile-unknown']);
    expect(noticesOf(weighed({}, { quartile: '2-4' }))).toEqual([]);
  });
});
