import {
  whyHomeWork,
  whyPriority,
  whyQuartile,
  type ClearHousehold,
  type Derivation,
  type SealedHousehold,
} from '#allocation';
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

function quartile(explained: Explained): Reason {
  return whyQuartile(explained, { year: explained.year, bounds: (year) => explained.derivation.bounds(year) });
}

function priority({ criteria, ...explained }: Explained): Reason {
  return { ...whyPriority(explained), with: criteria?.size ? establishedIn(criteria) : {} };
}

/** Of violence, health and disability only how many: which ones is told by a reading of its own, which is recorded. */
function establishedIn(criteria: HouseholdCriteria): JsonObject {
  const told = [...criteria.keys()].filter((one) => !SENSITIVE_CRITERIA.includes(one)).sort();
  return { criteria: told, protected: criteria.size - told.length };
}

function homeWork(explained: Explained): Reason {
  return whyHomeWork(explained, explained.derivation);
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
