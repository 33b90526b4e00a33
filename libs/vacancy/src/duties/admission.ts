import type { AllocationFacts } from '#allocation';
import { admissionOf, type Admission, type Ceilings } from '#criteria';
import { yearOf, type Day } from '#kernel';
import type { CeilingZone, Financing } from '#territory';
import type { SealedCandidate } from '../sealed-candidate';

/** What a designation tells that a ceiling reads. Whether somebody is disabled, or a couple young, it never tells. */
export interface CeiledHousehold extends Pick<SealedCandidate, 'personsOf14OrMore' | 'childrenUnder14' | 'taxIncome'> {
  readonly composition: AllocationFacts['composition'];
}

export interface CeiledDwelling {
  readonly residence: string;
  readonly financing: Financing | null;
}

/** Where ceilings hold. `ProcessReference` knows. */
export interface CeilingPlaces {
  readonly ceilings: Ceilings;
  zoneOf(commune: string): CeilingZone | null;
  residence(code: string): { readonly commune: string } | undefined;
  districtsOn(residence: string, day: Day): readonly string[];
}

/** Whether the ceiling of a dwelling's financing admits a household on that day, where it is known. */
export function admissionIn(
  { personsOf14OrMore, childrenUnder14, taxIncome, composition }: CeiledHousehold,
  { residence, financing }: CeiledDwelling,
  { day, places }: { readonly day: Day; readonly places: CeilingPlaces },
): Admission {
  const commune = places.residence(residence)?.commune;
  const household = { personsOf14OrMore, childrenUnder14, taxIncome, composition, youngCouple: null, disability: null };
  const dwelling = {
    year: yearOf(day),
    zone: commune === undefined ? null : places.zoneOf(commune),
    financing,
    isInDistrict: places.districtsOn(residence, day).length > 0,
  };
  return admissionOf(household, dwelling, places.ceilings);
}
