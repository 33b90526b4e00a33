import type { SealedAllocationFacts } from './events';

type HomeWorkInputs = Pick<SealedAllocationFacts, 'homeCommune' | 'workCommune' | 'professionalMobility'>;

/** What the rule needs of the map: the current commune of a code, and which communes are the EPCI. */
export interface Geography {
  currentCommune(code: string): string;
  inEpci(commune: string): boolean;
}

/**
 * Home and work both given, work in the EPCI, and the two different; or in professional mobility (formats.md, HOME_WORK). An
 * unknown commune never makes it true. Former communes and arrondissements are held against the commune they belong to now.
 */
export function isHomeWork(household: HomeWorkInputs, geography: Geography): boolean {
  if (household.professionalMobility === true) return true;
  if (household.homeCommune === null || household.workCommune === null) return false;
  const work = geography.currentCommune(household.workCommune);
  return geography.inEpci(work) && geography.currentCommune(household.homeCommune) !== work;
}
