import { consumptionUnits, type ClearHousehold, type Derivation, type SealedHousehold } from '#allocation';
import { tooManyIn } from '#criteria';
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

function priority({ facts, household }: Explained): Reason {
  const because = household.dalo ? 'dalo' : household.priorityCategory !== null ? 'category' : 'neither';
  return { fact: 'priority', value: facts.priority, because, with: {} };
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

function suiting({ household, dwelling }: Explained): Reason {
  const persons = household.personsOf14OrMore + household.childrenUnder14;
  const { type, surface } = dwelling;
  const rooms = type === null ? null : Number(type.slice(1));
  const because = (): string => {
    if (rooms === null) return 'type-unknown';
    if (rooms > persons + 1) return 'too-large';
    if (persons >= tooManyIn(rooms)) return 'over-occupied';
    if (surface === null) return 'surface-unknown';
    return surface >= 100 * leastSurface(persons) ? 'large-enough' : 'too-small';
  };
  const read = { persons, rooms, surface, leastSurface: leastSurface(persons) };
  return { fact: 'suits', value: suits(persons, dwelling), because: because(), with: read };
}
