import { consumptionUnits, type ClearHousehold, type Derivation, type SealedHousehold } from '#allocation';
import { SENSITIVE_CRITERIA, tooManyIn, type Admission, type HouseholdCriteria } from '#criteria';
import type { FragilityNote } from '#fragility';
import type { JsonObject } from '#kernel';
import { leastSurface, suits, type OfferedDwelling } from '../duties/suits';

/** Why a derived fact is what it is: the fact, its value, the ground of the rule, and what the rule reads. */
export interface Reason {
  readonly fact: 'quartile' | 'priority' | 'homeWork' | 'fragility' | 'suits';
  readonly value: ClearHousehold['quartile'] | boolean | FragilityNote;
  readonly because: string;
  readonly with: JsonObject;
}

export interface Explained {
  readonly facts: ClearHousehold;
  readonly household: SealedHousehold;
  readonly year: number;
  readonly derivation: Derivation;
  readonly note: FragilityNote | null;
  readonly isListed: boolean;
  readonly dwelling: OfferedDwelling;
  /** Under the ceiling of the dwelling's financing. */
  readonly admission?: Admission | undefined;
  /** The criteria of priority that hold, where they may be told. */
  readonly criteria?: HouseholdCriteria | undefined;
}

/** « Pourquoi ? » of each derived fact. Incomes and communes of the household are not repeated: whoever gave them has them. */
export function reasonsOf(explained: Explained): readonly Reason[] {
  return [quartile(explained), priority(explained), homeWork(explained), fragility(explained), suiting(explained)];
}

function quartile({ facts, household, year, derivation }: Explained): Reason {
  const { income, givenQuartile, personsOf14OrMore, childrenUnder14 } = household;
  const fact = { fact: 'quartile', value: facts.quartile } as const;
  if (income === null) return { ...fact, because: givenQuartile === null ? 'nothing-given' : 'given', with: {} };
  const bounds = derivation.bounds(year);
  if (!bounds) return { ...fact, because: 'no-bounds', with: { year } };
  const { q1, q2, q3 } = bounds;
  // Tenths, as the rule counts them.
  const units = consumptionUnits(personsOf14OrMore, childrenUnder14);
  return { ...fact, because: 'income-by-unit', with: { year, units, q1, q2, q3 } };
}

function priority({ facts, household, criteria }: Explained): Reason {
  const because = household.dalo ? 'dalo' : household.priorityCategory !== null ? 'category' : 'neither';
  return { fact: 'priority', value: facts.priority, because, with: criteria?.size ? establishedIn(criteria) : {} };
}

/** Of violence, health and disability only how many: which ones is told by a reading of its own, which is recorded. */
function establishedIn(criteria: HouseholdCriteria): JsonObject {
  const told = [...criteria.keys()].filter((one) => !SENSITIVE_CRITERIA.includes(one)).sort();
  return { criteria: told, protected: criteria.size - told.length };
}

function homeWork({ facts, household, derivation: { geography } }: Explained): Reason {
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

function fragility({ note, isListed }: Explained): Reason {
  return { fact: 'fragility', value: note, because: note === null ? 'not-noted' : 'noted', with: { listed: isListed } };
}

function suiting({ household, dwelling, admission }: Explained): Reason {
  const persons = household.personsOf14OrMore + household.childrenUnder14;
  const { type, surface } = dwelling;
  const rooms = type === null ? null : Number(type.slice(1));
  const because = (): string => {
    if (rooms === null) return 'type-unknown';
    if (rooms > persons + 1) return 'too-large';
    if (persons >= tooManyIn(rooms)) return 'over-occupied';
    if (surface !== null && surface < 100 * leastSurface(persons)) return 'too-small';
    if (admission?.admitted === false) return 'above-ceiling';
    return surface === null ? 'surface-unknown' : 'large-enough';
  };
  const read = { persons, rooms, surface, leastSurface: leastSurface(persons) };
  const ceiling = admission?.admitted === false ? { ceiling: admission.ceiling } : {};
  const value = suits(persons, dwelling, admission?.admitted);
  return { fact: 'suits', value, because: because(), with: { ...read, ...ceiling } };
}
