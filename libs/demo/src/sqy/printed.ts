import { published } from './published';

const TOTALS = new Map(published('tables/totals.csv').map((row) => [row['total']!, Number(row['valeur'])]));

/**
 * The figures that the convention prints about the fragility referential. The noted residences are those of Annex 1,
 * and others that the convention does not name.
 */
export const REFERENTIAL = {
  dwellings: printed('logements'),
  /** Dwellings of the residences of each note. */
  dwellingsByNote: {
    1: printed('logements_note_1'),
    2: printed('logements_note_2'),
    3: printed('logements_note_3'),
    4: printed('logements_note_4'),
    5: printed('logements_note_5'),
  },
  /** Residences of notes 1 and 2 together, and of note 3. Those of notes 4 and 5 are in Annex 1. */
  residences: { low: 194, medium: 48 },
  /** Residences of the referential that have no note. */
  withoutNote: { residences: 7, dwellings: 108 },
  inQpv: { residences: 56, dwellings: 9607 },
  /** The QPV Merisiers-Plaine de Neauphle. */
  merisiers: { residences: 31, dwellings: 4879 },
} as const;

/** The figures that the convention prints about the allocations (signed leases) of 2023. */
export const YEAR_2023 = {
  outsideQpv: {
    allocations: printed('hors_qpv_2023'),
    firstQuartile: printed('q1_hors_qpv_2023'),
    firstQuartileOrRehoused: printed('q1_ou_reloges_hors_qpv_2023'),
  },
  inQpv: { allocations: printed('en_qpv_2023'), firstQuartile: printed('q1_2023') - printed('q1_hors_qpv_2023') },
  priority: printed('prioritaires_2023'),
  transfers: 548,
} as const;

/** The profiles of the households of 2023, in percent, as printed. */
export const PROFILES_2023 = {
  /** Of the first-quartile households: in a T3 or a T4, with children, and single parents among those with children. */
  firstQuartile: { midSized: 75, withChildren: 80, singleParentsOfThese: 44 },
  /** Of the priority households. */
  priority: { alone: 36, singleParents: 34 },
  /** Priority households in the leases of a contingent. The other contingents are above 25 %. */
  priorityByContingent: { etat: 94, bailleur: 22 },
} as const;

/** The upper bound of the first income quartile of 2024, for all of Île-de-France: whole euros a year for each consumption unit. */
export const FIRST_BOUND_2024 = printed('seuil_q1_2024');

function printed(total: string): number {
  const value = TOTALS.get(total);
  if (value === undefined) throw new Error(`The pack has no total ${total}`);
  return value;
}
