import type { ThresholdFacts } from '#convention';
import type { AllocationFacts, QuartileFact, SealedAllocationFacts } from './events';

type QuartileInputs = Pick<SealedAllocationFacts, 'income' | 'givenQuartile' | 'personsOf14OrMore' | 'childrenUnder14'>;

/** Consumption units in tenths: 10 for the first person of 14 or more, 5 for each other, 3 for each child under 14 (formats.md, Quartile). */
export function consumptionUnits(personsOf14OrMore: number, childrenUnder14: number): number {
  return 10 + 5 * (personsOf14OrMore - 1) + 3 * childrenUnder14;
}

/**
 * The quartile of a household's income under the bounds of the lease's year. Income at or below bound × units belongs to the
 * lower quartile; above the last bound known it is an open range. A given quartile serves where there is no income, whatever
 * the bounds become; an income in a year without bounds is unknown (formats.md, Quartile).
 */
export function quartileOf(household: QuartileInputs, bounds: ThresholdFacts | undefined): QuartileFact {
  if (household.income === null) return household.givenQuartile;
  if (!bounds) return null;
  const units = consumptionUnits(household.personsOf14OrMore, household.childrenUnder14);
  const within = (bound: number) => household.income! * 10 <= bound * units;
  if (within(bounds.q1)) return 1;
  if (bounds.q2 === null) return '2-4';
  if (within(bounds.q2)) return 2;
  if (bounds.q3 === null) return '3-4';
  return within(bounds.q3) ? 3 : 4;
}

/** Whether a given quartile agrees with the computed one: they are the same, or the given one lies in the computed open range. */
export function agrees(given: QuartileFact, computed: QuartileFact): boolean {
  if (given === null || computed === null || given === computed) return true;
  if (typeof given !== 'number' || typeof computed === 'number') return false;
  return computed === '2-4' ? given >= 2 : given >= 3;
}

type HomeWorkInputs = Pick<SealedAllocationFacts, 'homeCommune' | 'workCommune' | 'professionalMobility'>;

/** What the home-work rule needs to know: the current commune of a code, and which communes belong to the EPCI. */
export interface Geography {
  currentCommune(code: string): string;
  inEpci(commune: string): boolean;
}

/**
 * Home and work both given, work in the EPCI, and the two different; or in professional mobility (formats.md, HOME_WORK). An
 * unknown commune never makes it true. Former communes and arrondissements count as the commune that they belong to now.
 */
export function isHomeWork(household: HomeWorkInputs, geography: Geography): boolean {
  if (household.professionalMobility === true) return true;
  if (household.homeCommune === null || household.workCommune === null) return false;
  const work = geography.currentCommune(household.workCommune);
  return geography.inEpci(work) && geography.currentCommune(household.homeCommune) !== work;
}

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

/** A signed lease as Mixité receives it: a row of attributions.csv, or the end of the live process. */
export type Lease = Omit<AllocationFacts, 'quartile' | 'priority' | 'homeWork' | 'rehoused'> & SealedAllocationFacts;

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
