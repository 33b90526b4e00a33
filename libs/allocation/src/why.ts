import type { JsonObject } from '#kernel';
import { consumptionUnits, type ClearHousehold, type Derivation, type SealedHousehold } from './derived-facts';

/** Why a fact that is derived from a household is what it is: the ground of the rule, and what the rule reads. */
export interface Why {
  readonly fact: 'quartile' | 'priority' | 'homeWork';
  readonly value: ClearHousehold['quartile'] | boolean;
  readonly because: string;
  readonly with: JsonObject;
}

interface Household<Fact extends keyof ClearHousehold> {
  readonly facts: Pick<ClearHousehold, Fact>;
  readonly household: SealedHousehold;
}

/* Incomes and communes of the household are not repeated: whoever gave them has them. */

export function whyQuartile(
  { facts, household }: Household<'quartile'>,
  { year, bounds: boundsOf }: { readonly year: number; readonly bounds: Derivation['bounds'] },
): Why {
  const { income, givenQuartile, personsOf14OrMore, childrenUnder14 } = household;
  const fact = { fact: 'quartile', value: facts.quartile } as const;
  if (income === null) return { ...fact, because: givenQuartile === null ? 'nothing-given' : 'given', with: {} };
  const bounds = boundsOf(year);
  if (!bounds) return { ...fact, because: 'no-bounds', with: { year } };
  const { q1, q2, q3 } = bounds;
  // Tenths, as the rule counts them.
  const units = consumptionUnits(personsOf14OrMore, childrenUnder14);
  return { ...fact, because: 'income-by-unit', with: { year, units, q1, q2, q3 } };
}

export function whyPriority({ facts, household }: Household<'priority'>): Why {
  const because = household.dalo ? 'dalo' : household.priorityCategory !== null ? 'category' : 'neither';
  return { fact: 'priority', value: facts.priority, because, with: {} };
}

export function whyHomeWork(
  { facts, household }: Household<'homeWork'>,
  { geography }: Pick<Derivation, 'geography'>,
): Why {
  const { homeCommune, workCommune, professionalMobility } = household;
  const because = (): string => {
    if (professionalMobility === true) return 'mobility';
    if (homeCommune === null || workCommune === null) return 'commune-unknown';
    const work = geography.currentCommune(workCommune);
    if (!geography.inEpci(work)) return 'work-elsewhere';
    return geography.currentCommune(homeCommune) === work ? 'same-commune' : 'work-here';
  };
  return { fact: 'homeWork', value: facts.homeWork, because: because(), with: {} };
}
