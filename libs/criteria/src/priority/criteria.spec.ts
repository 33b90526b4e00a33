import * as fc from 'fast-check';
import { day } from '#kernel';
import { aCriterionCase, someCriterionData } from '../testing';
import { CRITERIA, HOSTINGS, type Criterion, type CountedFacts } from './criterion';
import { decideCriterion } from './decide-criterion';
import { effortTooHigh } from './effort';
import { overOccupied, tooManyIn, underOccupied } from './occupation';
import { DEFAULT_PROOFS } from './proofs';

const data = someCriterionData();
const decided = (criterion: Criterion, facts: Partial<CountedFacts>, proofs: readonly string[], on?: string) => {
  const { met, because } = decideCriterion(criterion, aCriterionCase(facts, proofs, on), data);
  return [met, because];
};
const enough = (criterion: Criterion) => DEFAULT_PROOFS[criterion].map(([kind]) => kind!);
const order = (met: boolean | null) => [false, null, true].indexOf(met);

describe('a kind of proof', () => {
  it('is a complaint for violence: an entry in the police register is not enough', () => {
    expect(decided('violences', {}, ['plainte'])).toEqual([true, 'proof-seen']);
    expect(decided('violences', {}, ['main_courante'])).toEqual([false, 'proof-not-admitted']);
    expect(decided('violences', {}, ['main_courante', 'plainte'])).toEqual([true, 'proof-seen']);
    expect(decided('violences', {}, [])).toEqual([null, 'proof-missing']);
  });

  it('is for disability the MDPH, and a visit by the landlord or a social worker', () => {
    expect(decided('handicap', {}, ['mdph'])).toEqual([null, 'proof-missing']);
    expect(decided('handicap', {}, ['visite_bailleur'])).toEqual([null, 'proof-missing']);
    expect(decided('handicap', {}, ['mdph', 'visite_travailleur_social'])).toEqual([true, 'proof-seen']);
    expect(decideCriterion('handicap', aCriterionCase({}, ['mdph']), data).with).toEqual({
      expected: [['visite_bailleur', 'visite_travailleur_social']],
    });
  });

  it('is an order for unfit housing, a domiciliation without housing', () => {
    expect(decided('logement_indigne', {}, ['arrete'])).toEqual([true, 'proof-seen']);
    expect(decided('sans_logement', {}, ['domiciliation'])).toEqual([true, 'proof-seen']);
    expect(decided('sans_logement', {}, ['arrete'])).toEqual([false, 'proof-not-admitted']);
  });

  it('does not mend what the facts deny, nor say what they leave open', () => {
    expect(decided('sous_occupation', { rooms: 2 }, ['bail'])).toEqual([false, 'no-room-too-many']);
    expect(decided('sous_occupation', {}, ['bail'])).toEqual([null, 'facts-unknown']);
    const { facts, ...given } = aCriterionCase({ rooms: 9 }, ['bail']);
    expect(decideCriterion('sous_occupation', { ...given, facts: { ...facts, childrenUnder14: null } }, data)).toEqual({
      met: null,
      because: 'facts-unknown',
      with: { missing: ['childrenUnder14'] },
    });
  });

  it('never takes away what others show', () => {
    const kinds = [...new Set([...Object.values(DEFAULT_PROOFS).flat(2), 'main_courante'])];
    const seen = fc.subarray(kinds);
    fc.assert(
      fc.property(
        fc.constantFrom(...CRITERIA),
        seen,
        seen,
        fc.integer({ min: 1, max: 6 }),
        (criterion, some, more, rooms) => {
          const facts = { rooms, surface: 900, personsOver3: 1, hasRentDebt: false };
          const before = decideCriterion(criterion, aCriterionCase(facts, some), data).met;
          const after = decideCriterion(criterion, aCriterionCase(facts, [...some, ...more]), data).met;
          if (before === true) expect(after).toBe(true);
        },
      ),
    );
  });

  it('may be admitted, moved or refused by the territory from a day on', () => {
    const own = someCriterionData();
    own.proofs.set({
      criterion: 'violences',
      kind: 'ordonnance_protection',
      from: day('2025-07-01'),
      admitted: true,
      part: 1,
    });
    own.proofs.set({ criterion: 'handicap', kind: 'mdph', from: day('2025-07-01'), admitted: false, part: 1 });
    own.proofs.set({
      criterion: 'logement_indigne',
      kind: 'arrete',
      from: day('2025-07-01'),
      admitted: false,
      part: 1,
    });
    own.proofs.set({ criterion: 'sortie_ase', kind: 'entretien', from: day('2025-07-01'), admitted: true, part: 2 });
    const metWith = (criterion: Criterion, proofs: readonly string[], on: string) =>
      decideCriterion(criterion, aCriterionCase({}, proofs, on), own).met;
    expect(metWith('violences', ['ordonnance_protection'], '2025-06-30')).toBe(false);
    expect(metWith('violences', ['ordonnance_protection'], '2025-07-01')).toBe(true);
    expect(metWith('handicap', ['visite_bailleur'], '2025-07-01')).toBe(true);
    expect(metWith('sortie_ase', ['attestation_ase'], '2025-07-01')).toBeNull();
    // Without any kind, nothing proves it.
    expect(metWith('logement_indigne', ['arrete'], '2025-07-01')).toBe(false);
    own.proofs.set({ criterion: 'handicap', kind: 'mdph', from: day('2025-08-01'), admitted: true, part: 1 });
    expect(metWith('handicap', ['visite_bailleur'], '2025-08-01')).toBeNull();
  });
});

describe('an over-occupied home', () => {
  it.each([
    [1, 3],
    [2, 4],
    [3, 6],
    [4, 8],
    [5, 10],
    [6, 12],
    [7, 14],
  ])('of %i rooms has from %i persons over three years on', (rooms, persons) => {
    expect(tooManyIn(rooms)).toBe(persons);
  });

  const of = (facts: Partial<CountedFacts>) => {
    const { met, because } = overOccupied(aCriterionCase(facts).facts);
    return [met, because];
  };
  const large = { surface: 100_000 };

  it('is so by either count, whichever is kinder', () => {
    const three = { personsOf14OrMore: 2, childrenUnder14: 1 };
    expect(of({ ...three, rooms: 2, personsOver3: 3, surface: 2_499 })).toEqual([true, 'too-small']);
    expect(of({ ...three, rooms: 2, personsOver3: 3, surface: 2_500 })).toEqual([false, 'large-enough']);
    expect(of({ ...three, rooms: 1, personsOver3: 3, ...large })).toEqual([true, 'too-many-persons']);
    // A child under three counts for the surface alone.
    expect(of({ ...three, rooms: 1, personsOver3: 2, ...large })).toEqual([false, 'large-enough']);
  });

  it.each([
    [2, 1_600],
    [3, 2_500],
    [4, 3_400],
    [5, 4_300],
    [9, 7_900],
  ])('is too small for %i persons under %i hundredths of a square metre', (persons, least) => {
    const home = { personsOf14OrMore: persons, personsOver3: 1, rooms: 9 };
    expect([of({ ...home, surface: least - 1 })[0], of({ ...home, surface: least })[0]]).toEqual([true, false]);
  });

  it('is not said where what is known does not decide it', () => {
    const couple = { personsOf14OrMore: 2 };
    expect(of({ ...couple, surface: 1_500 })).toEqual([true, 'too-small']);
    expect(of({ ...couple, surface: 2_000 })).toEqual([null, 'facts-unknown']);
    expect(of({ ...couple, rooms: 2, personsOver3: 2 })).toEqual([null, 'facts-unknown']);
    expect(of({ rooms: 1, personsOver3: 1 })).toEqual([false, 'large-enough']);
  });

  it('never becomes less so with one more person, a room less, or a smaller surface', () => {
    const home = fc.record({
      personsOf14OrMore: fc.integer({ min: 1, max: 9 }),
      childrenUnder14: fc.integer({ min: 0, max: 6 }),
      personsOver3: fc.integer({ min: 1, max: 12 }),
      rooms: fc.integer({ min: 2, max: 7 }),
      surface: fc.integer({ min: 500, max: 12_000 }),
    });
    fc.assert(
      fc.property(home, fc.nat(500), (facts, less) => {
        const metBy = (changes: Partial<CountedFacts>) =>
          order(overOccupied(aCriterionCase({ ...facts, ...changes }).facts).met);
        const before = metBy({});
        expect(metBy({ childrenUnder14: facts.childrenUnder14 + 1 })).toBeGreaterThanOrEqual(before);
        expect(metBy({ personsOver3: facts.personsOver3 + 1 })).toBeGreaterThanOrEqual(before);
        expect(metBy({ rooms: facts.rooms - 1 })).toBeGreaterThanOrEqual(before);
        expect(metBy({ surface: facts.surface - less })).toBeGreaterThanOrEqual(before);
        const isUnder = underOccupied(aCriterionCase(facts).facts).met;
        const isOver = facts.personsOver3 <= facts.personsOf14OrMore + facts.childrenUnder14 && before === 2;
        // A home with a room too many is over-occupied by its surface only.
        if (isUnder && isOver) expect(overOccupied(aCriterionCase(facts).facts).because).toBe('too-small');
      }),
    );
  });
});

describe('a room too many', () => {
  it('is a second room above the number of persons', () => {
    const rooms = (count: number) => underOccupied(aCriterionCase({ personsOf14OrMore: 2, rooms: count }).facts).met;
    expect([rooms(3), rooms(4)]).toEqual([false, true]);
  });
});

describe('the effort rate', () => {
  const budget = { rent: 60_000, charges: 10_000, housingBenefit: 20_000, monthlyIncome: 100_000 };
  const of = (changes: Partial<CountedFacts>) => effortTooHigh(aCriterionCase({ ...budget, ...changes }).facts);

  it('is rent, annexes and charges less the benefit, over the income: half of it or more', () => {
    expect(of({})).toMatchObject({ met: true, because: 'effort', with: { cost: 50_000, effortPercent: 50 } });
    expect(of({ housingBenefit: 20_001 })).toMatchObject({ met: false, with: { effortPercent: 49 } });
    expect(of({ housingBenefit: 20_001, annexes: 1 })).toMatchObject({ met: true });
  });

  it('is not asked where less than 10 € a day and unit is left', () => {
    // A couple with a child of ten: 1.8 units, so 540 € a month.
    const family = { personsOf14OrMore: 2, childrenUnder14: 1, rent: 40_000, charges: 0, housingBenefit: 0 };
    expect(of({ ...family, monthlyIncome: 93_999 })).toMatchObject({
      met: true,
      because: 'too-little-left',
      with: { units: 18, leftByDayAndUnit: 999 },
    });
    expect(of({ ...family, monthlyIncome: 94_000 })).toMatchObject({ met: false, because: 'bearable' });
  });

  it('is known without an income and not without knowing it', () => {
    expect(of({ monthlyIncome: 0 })).toMatchObject({ met: true, with: { effortPercent: null } });
    expect(of({ rent: 0, charges: 0, housingBenefit: 0, monthlyIncome: 0 })).toMatchObject({
      because: 'too-little-left',
    });
    expect(of({ monthlyIncome: null, charges: null })).toMatchObject({
      met: null,
      with: { missing: ['charges', 'monthlyIncome'] },
    });
  });

  it('never becomes less with a higher cost, less income or one more person', () => {
    const amounts = fc.record({
      rent: fc.nat(120_000),
      charges: fc.nat(30_000),
      annexes: fc.constantFrom(null, 0, 4_500),
      housingBenefit: fc.nat(60_000),
      monthlyIncome: fc.nat(400_000),
      personsOf14OrMore: fc.integer({ min: 1, max: 5 }),
      childrenUnder14: fc.nat(5),
    });
    fc.assert(
      fc.property(amounts, fc.nat(20_000), (facts, cents) => {
        const metBy = (changes: Partial<CountedFacts>) => Number(of({ ...facts, ...changes }).met);
        const before = metBy({});
        expect(metBy({ rent: facts.rent + cents })).toBeGreaterThanOrEqual(before);
        expect(metBy({ housingBenefit: Math.max(0, facts.housingBenefit - cents) })).toBeGreaterThanOrEqual(before);
        expect(metBy({ monthlyIncome: Math.max(0, facts.monthlyIncome - cents) })).toBeGreaterThanOrEqual(before);
        expect(metBy({ childrenUnder14: facts.childrenUnder14 + 1 })).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('economic fragility', () => {
  // Category 1, made up: PLUS 20 000 €, PLAI 10 000 €.
  const known = { disability: false, zone: 'ile_de_france', appliedOn: day('2022-06-15') } as const;
  const of = (facts: Partial<CountedFacts>) =>
    decided('fragilite_economique', { ...known, ...facts }, enough('fragilite_economique'));

  it('is an income under 35 % of the PLUS ceiling, whatever the wait', () => {
    expect(of({ taxIncome: 699_999, appliedOn: null })).toEqual([true, 'under-35-percent-of-plus']);
    expect(of({ taxIncome: 700_000, appliedOn: day('2025-01-01') })).toEqual([false, 'not-waiting-enough']);
  });

  it('is an income up to the PLAI ceiling, and more than three years of wait', () => {
    expect(of({ taxIncome: 1_000_000 })).toEqual([true, 'under-plai-and-waiting']);
    expect(of({ taxIncome: 1_000_001 })).toEqual([false, 'income-too-high']);
    expect(of({ taxIncome: 1_000_000, appliedOn: day('2022-06-16') })).toEqual([false, 'not-waiting-enough']);
  });

  it('is not said without ceilings, income, zone or day of application', () => {
    expect(of({ taxIncome: null })).toEqual([null, 'facts-unknown']);
    expect(of({ taxIncome: 1_000_000, zone: null })).toEqual([null, 'facts-unknown']);
    expect(of({ taxIncome: 1_000_000, appliedOn: null })).toEqual([null, 'facts-unknown']);
    expect(of({ taxIncome: 1_000_000, zone: 'paris' })).toEqual([null, 'no-ceiling']);
    // Category 1 or 2: between the two PLAI ceilings.
    expect(of({ taxIncome: 1_200_000, disability: null })).toEqual([null, 'category-open']);
  });
});

describe('hosting and eviction', () => {
  it('have their words', () => {
    const metFor = (hosting: CountedFacts['hosting']) =>
      decideCriterion('heberge', aCriterionCase({ hosting }, enough('heberge')), data).met;
    expect(HOSTINGS.map(metFor)).toEqual([true, true, true, true, false, false]);
    expect(metFor(null)).toBeNull();
  });

  it('need a plan for a debt', () => {
    const of = (hasRentDebt: boolean | null, debtHasPlan: boolean | null = null) =>
      decided('menace_expulsion', { hasRentDebt, debtHasPlan }, ['assignation']);
    expect(of(false)).toEqual([true, 'summoned']);
    expect(of(true, true)).toEqual([true, 'debt-under-plan']);
    expect(of(true, false)).toEqual([false, 'debt-without-plan']);
    expect([of(true)[0], of(null)[0]]).toEqual([null, null]);
    expect(decided('menace_expulsion', { hasRentDebt: false }, ['impaye'])).toEqual([false, 'proof-not-admitted']);
  });
});
