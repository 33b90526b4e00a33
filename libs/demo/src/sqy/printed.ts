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
} as const;

/** The upper bound of the first income quartile of 2024, for all of Île-de-France: whole euros a year for each consumption unit. */
export const FIRST_BOUND_2024 = printed('seuil_q1_2024');

function printed(total: string): number {
  const value = TOTALS.get(total);
  if (value === undefined) throw new Error(`The pack has no total ${total}`);
  return value;
}
