import { isHomeWork, quartileOf, type Geography } from './derived-facts';
import type { AllocationFacts, SealedAllocationFacts } from './events';
import type { ThresholdFacts } from '#convention';

/** What derives the clear facts from the sealed ones. */
export interface Derivation {
  bounds(year: number): ThresholdFacts | undefined;
  readonly geography: Geography;
}

/** The clear facts of a household. The figures read nothing else of it. */
export type ClearHousehold = Pick<
  AllocationFacts,
  'transfer' | 'quartile' | 'priority' | 'homeWork' | 'essentialWorker' | 'rehoused' | 'composition' | 'publics'
>;

/** The facts of a household that are sealed with its key. */
export type SealedHousehold = Omit<SealedAllocationFacts, 'allocationNumber' | 'dwellingReference'>;

/** A household as its columns say (attributions.csv, from `type_demande` to `composition`). */
export type Household = Omit<ClearHousehold, 'quartile' | 'priority' | 'homeWork' | 'rehoused'> & SealedHousehold;

/** The clear facts, derived once from the sealed ones, under the income bounds of that year. */
export function clearHouseholdOf(household: Household, derivation: Derivation, year: number): ClearHousehold {
  return {
    transfer: household.transfer,
    quartile: quartileOf(household, derivation.bounds(year)),
    priority: household.dalo || household.priorityCategory !== null,
    homeWork: isHomeWork(household, derivation.geography),
    essentialWorker: household.essentialWorker,
    rehoused: household.rehousing !== null,
    composition: household.composition,
    publics: household.publics,
  };
}

export function sealedHouseholdOf(household: Household): SealedHousehold {
  return {
    householdNumber: household.householdNumber,
    personsOf14OrMore: household.personsOf14OrMore,
    childrenUnder14: household.childrenUnder14,
    income: household.income,
    givenQuartile: household.givenQuartile,
    dalo: household.dalo,
    priorityCategory: household.priorityCategory,
    rehousing: household.rehousing,
    homeCommune: household.homeCommune,
    workCommune: household.workCommune,
    professionalMobility: household.professionalMobility,
  };
}
