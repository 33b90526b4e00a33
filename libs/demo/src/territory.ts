import { dwellingsOf, type Dwelling } from './dwellings';
import { leasesOf } from './leases';
import { noteRows, type NoteRow } from './notes';
import { ownerChanges, type OwnerChange } from './owner-changes';
import { allocationRows, type NumberedAllocation } from './allocation-rows';
import { planOf } from './plans';
import { randomFrom, type Random } from './random';
import { residencesOf, type Residence } from './residences';
import { allocationsOf } from './year';

/** The made-up territory: the same for the files of one year and for the stages of all years. */
export interface Territory {
  readonly residences: readonly Residence[];
  readonly changes: readonly OwnerChange[];
  readonly dwellings: readonly Dwelling[];
  /** The notes of the printed referential. */
  readonly notes: readonly NoteRow[];
}

/** The printed referential is in force from this day: the notes were given before 2023 began. */
export const NOTED_ON = '2022-07-01';

export const DEFAULT_SEED = 2023;

export function territoryOf(seed: number): Territory {
  const random = randomFrom(seed);
  const residences = residencesOf(random);
  const dwellings = residences.flatMap((residence) => dwellingsOf(random, residence));
  return { residences, dwellings, changes: ownerChanges(residences), notes: noteRows(random, residences) };
}

/** The leases of a year. They depend on the seed and the year only: a later year changes nothing in them. */
export function leasesOfYear(territory: Territory, seed: number, year: number): NumberedAllocation[] {
  const random = randomOf(seed, year);
  const plan = planOf(year);
  const leases = leasesOf(random, plan, territory.dwellings, territory.changes);
  return allocationRows(random, year, allocationsOf(random, plan, leases));
}

/** A source of draws of its own for each subject and seed. */
export function randomOf(seed: number, subject: number): Random {
  return randomFrom(Math.imul(seed, 10_007) + subject);
}
