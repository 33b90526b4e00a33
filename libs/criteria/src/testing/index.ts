import { day } from '#kernel';
import { Ceilings, HOUSEHOLD_CATEGORIES, type CeilingFacts } from '../ceilings/ceiling';
import type { MeasuredHousehold } from '../ceilings/admission';
import type { CountedFacts } from '../priority/criterion';
import type { CriterionCase, CriterionData } from '../priority/decide-criterion';
import { ProofRules } from '../priority/proofs';

/** A person alone of whom nothing else is known. */
export function aMeasuredHousehold(changes: Partial<MeasuredHousehold> = {}): MeasuredHousehold {
  return {
    personsOf14OrMore: 1,
    childrenUnder14: 0,
    composition: null,
    youngCouple: null,
    disability: null,
    taxIncome: null,
    ...changes,
  };
}

/** Made-up ceilings of Île-de-France in 2025: PLUS from 20 000 €, 10 000 € more a category; PLAI half of it. */
export function aCeilingGrid(changes: Partial<CeilingFacts> = {}): Ceilings {
  const grid = new Ceilings();
  for (const category of HOUSEHOLD_CATEGORIES) {
    const facts = { year: 2025, zone: 'ile_de_france', category, districtShare: null } as const;
    const ceiling = 1_000_000 * (category + 1);
    const extraPerson = category === 6 ? 800_000 : null;
    grid.set({ ...facts, financing: 'PLUS', ceiling, extraPerson, ...changes });
    const half = { ceiling: ceiling / 2, extraPerson: extraPerson && extraPerson / 2 };
    grid.set({ ...facts, financing: 'PLAI', ...half });
  }
  return grid;
}

/** A case of which nothing is known but the day: a person alone. */
export function aCriterionCase(
  facts: Partial<CountedFacts> = {},
  proofs: readonly string[] = [],
  on = '2025-06-16',
): CriterionCase & { readonly facts: CountedFacts } {
  const nothing = {
    personsOver3: null,
    rooms: null,
    surface: null,
    hosting: null,
    hasRentDebt: null,
    debtHasPlan: null,
    rent: null,
    annexes: null,
    charges: null,
    housingBenefit: null,
    monthlyIncome: null,
    appliedOn: null,
    zone: null,
  };
  return { facts: { ...aMeasuredHousehold(), ...nothing, ...facts }, proofs, on: day(on) };
}

/** The made-up ceilings, and the default proofs. */
export function someCriterionData(): CriterionData {
  return { ceilings: aCeilingGrid(), proofs: new ProofRules() };
}
