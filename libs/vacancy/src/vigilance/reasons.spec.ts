import type { SealedHousehold } from '#allocation';
import type { Criterion, Established } from '#criteria';
import { reasonText } from '../http/vigilance-words';
import { reasonsOf, type Explained, type Reason } from './reasons';

const household: SealedHousehold = {
  householdNumber: '1',
  personsOf14OrMore: 2,
  childrenUnder14: 1,
  income: 1_500_000,
  givenQuartile: null,
  dalo: false,
  priorityCategory: null,
  rehousing: null,
  homeCommune: '78621',
  workCommune: '78297',
  professionalMobility: null,
};
const explained = (changes: Partial<Explained> = {}, of: Partial<SealedHousehold> = {}): Explained => ({
  facts: {
    transfer: false,
    quartile: 1,
    priority: false,
    homeWork: true,
    essentialWorker: null,
    rehoused: false,
    composition: null,
    publics: [],
  },
  household: { ...household, ...of },
  year: 2026,
  derivation: {
    bounds: (year) => (year === 2026 ? { year, q1: 1_100_000, q2: 1_600_000, q3: null } : undefined),
    geography: { currentCommune: (code) => code, inEpci: (commune) => commune.startsWith('78') },
  },
  note: 4,
  isListed: false,
  dwelling: { type: 'T3', surface: 6_500 },
  ...changes,
});
const of = (fact: Reason['fact'], given: Explained): Reason => reasonsOf(given).find((one) => one.fact === fact)!;
const because = (fact: Reason['fact'], given: Explained) => of(fact, given).because;

describe('why a derived fact is what it is', () => {
  it('a quartile: the income under the bounds of the year, what was given, or what is missing', () => {
    expect(of('quartile', explained())).toEqual({
      fact: 'quartile',
      value: 1,
      because: 'income-by-unit',
      with: { year: 2026, units: 18, q1: 1_100_000, q2: 1_600_000, q3: null },
    });
    expect(because('quartile', explained({}, { income: null, givenQuartile: 2 }))).toBe('given');
    expect(because('quartile', explained({}, { income: null }))).toBe('nothing-given');
    expect(because('quartile', explained({ year: 2027 }))).toBe('no-bounds');
  });

  it('a priority: DALO, a category, or neither', () => {
    expect(because('priority', explained({}, { dalo: true, priorityCategory: 'x' }))).toBe('dalo');
    expect(because('priority', explained({}, { priorityCategory: 'x' }))).toBe('category');
    expect(because('priority', explained())).toBe('neither');
  });

  it('a priority: the criteria that hold, of which the sensitive ones are only counted', () => {
    const found = (criterion: Criterion) => [criterion, { criterion } as Established] as const;
    const criteria = new Map(['violences', 'sur_occupation', 'heberge'].map((one) => found(one as Criterion)));
    const reason = of('priority', explained({ criteria }));
    expect(reason.with).toEqual({ criteria: ['heberge', 'sur_occupation'], protected: 1 });
    expect(reasonText(reason)).toBe(
      'Pas prioritaire : ni DALO, ni catégorie prioritaire. Critères établis : hébergé, sur-occupation, 1 protégé.',
    );
    expect(of('priority', explained({ criteria: new Map() })).with).toEqual({});
  });

  it('suits: the ceiling of the financing, where the household is above it', () => {
    const admission = { admitted: false, because: 'above-ceiling', ceiling: 2_668_700, percentOfPlus: 101 } as const;
    const reason = of('suits', explained({ admission }));
    expect(reason).toMatchObject({ value: false, because: 'above-ceiling', with: { ceiling: 2_668_700 } });
    expect(JSON.stringify(reason)).not.toContain('101');
    expect(reasonText(reason)).toContain('Au-dessus du plafond de ressources (26 687 €) (3 personnes');
    expect(because('suits', explained({ admission: { ...admission, admitted: null } }))).toBe('large-enough');
    expect(because('suits', explained({ admission, dwelling: { type: 'T7', surface: null } }))).toBe('too-large');
  });

  it.each([
    [{ professionalMobility: true }, 'mobility'],
    [{ homeCommune: null }, 'commune-unknown'],
    [{ workCommune: null }, 'commune-unknown'],
    [{ workCommune: '92012' }, 'work-elsewhere'],
    [{ workCommune: '78621' }, 'same-commune'],
    [{}, 'work-here'],
  ] as const)('home and work: %o is %s', (changes, expected) => {
    expect(because('homeWork', explained({}, changes))).toBe(expected);
  });

  it.each([
    [{ type: null, surface: null }, 'type-unknown', false],
    [{ type: 'T5', surface: null }, 'too-large', false],
    [{ type: 'T1', surface: null }, 'over-occupied', false],
    [{ type: 'T3', surface: 2_400 }, 'too-small', false],
    [{ type: 'T3', surface: null }, 'surface-unknown', true],
    [{ type: 'T3', surface: 2_500 }, 'large-enough', true],
  ] as const)('a dwelling that suits: %o is %s', (dwelling, expected, value) => {
    expect(of('suits', explained({ dwelling }))).toMatchObject({ because: expected, value });
  });

  it('repeats no income and no commune of the household', () => {
    const text = JSON.stringify(reasonsOf(explained()));
    for (const secret of ['1500000', '78621', '78297']) expect(text).not.toContain(secret);
  });

  it('has a sentence for each reason', () => {
    const households = [
      {},
      { dalo: true },
      { priorityCategory: 'x' },
      { income: null },
      { income: null, givenQuartile: 3 },
    ];
    const works = [
      { professionalMobility: true },
      { homeCommune: null },
      { workCommune: '92012' },
      { workCommune: '78621' },
    ];
    const dwellings = [
      { type: null, surface: null },
      { type: 'T5', surface: null },
      { type: 'T1', surface: 2_000 },
      { type: 'T3', surface: 2_400 },
      { type: 'T3', surface: null },
    ] as const;
    const all = [
      ...[...households, ...works].map((changes) => explained({}, changes as Partial<SealedHousehold>)),
      ...dwellings.map((dwelling) => explained({ dwelling })),
      explained({ note: null }),
      explained({ isListed: true, year: 2027 }),
    ];
    const texts = all.flatMap((given) => reasonsOf(given).map(reasonText));
    for (const text of texts) {
      expect(text).toMatch(/\.$/u);
      expect(text).not.toMatch(/undefined|null|NaN/u);
    }
    expect(texts).toContain(
      'Quartile 1 : ressources annuelles par unité de consommation (1,8), comparées aux bornes de 2026 (11 000 €, 16 000 €).',
    );
    expect(texts).toContain('Adapté : au moins 25 m² demandés (R822-25) (3 personnes, T3, 65 m²).');
  });
});
