import type { AllocationFacts } from '#allocation';

/** What the order of 29 July 1987 reads of a household, beside its income. Null: not known. */
export interface RankedHousehold {
  readonly personsOf14OrMore: number;
  readonly childrenUnder14: number;
  readonly composition: AllocationFacts['composition'];
  /** A couple without dependants whose ages make 55 at most. */
  readonly youngCouple: boolean | null;
  /** One person at least has a mobility inclusion card with the mention of invalidity. */
  readonly disability: boolean | null;
}

/** The ranks that what is known of a household leaves open; equal where all is known. */
export interface Ranks {
  readonly least: number;
  readonly most: number;
}

/**
 * The rank of a household: its category, and beyond the sixth one more for each further person. It is the number of persons, or one
 * more where one of them is disabled, where a young couple has no dependants, or where a single person has some.
 */
export function ranksOf(household: RankedHousehold): Ranks {
  const persons = household.personsOf14OrMore + household.childrenUnder14;
  const grounds = [household.disability, isYoungCouple(household), isSingleParent(household)];
  if (grounds.includes(true)) return { least: persons + 1, most: persons + 1 };
  return { least: persons, most: grounds.includes(null) ? persons + 1 : persons };
}

function isYoungCouple({ personsOf14OrMore, childrenUnder14, composition, youngCouple }: RankedHousehold) {
  if (personsOf14OrMore !== 2 || childrenUnder14 > 0) return false;
  return composition === null || composition === 'couple' ? youngCouple : false;
}

function isSingleParent({ personsOf14OrMore, childrenUnder14, composition }: RankedHousehold): boolean | null {
  if (personsOf14OrMore + childrenUnder14 === 1) return false;
  if (personsOf14OrMore === 1 || composition === 'monoparentale') return true;
  // A large family has one parent or two.
  return composition === null || composition === 'nombreuse' ? null : false;
}
