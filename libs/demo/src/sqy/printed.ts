import { published } from './published';

const TOTALS = new Map(published('tables/totals.csv').map((row) => [row['total']!, Number(row['valeur'])]));

/** What the convention prints about the fragility referential. The noted residences are those of Annex 1 and others that it does not name. */
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

/** What it prints about the allocations of 2023: signed leases. */
export const YEAR_2023 = {
  outsideQpv: {
    allocations: printed('hors_qpv_2023'),
    firstQuartile: printed('q1_hors_qpv_2023'),
    firstQuartileOrRehoused: printed('q1_ou_reloges_hors_qpv_2023'),
  },
  inQpv: { allocations: printed('en_qpv_2023'), firstQuartile: printed('q1_2023') - printed('q1_hors_qpv_2023') },
  priority: printed('prioritaires_2023'),
} as const;

/** The first income quartile of 2024, whole euros a year for each consumption unit, all of Île-de-France. */
export const FIRST_BOUND_2024 = printed('seuil_q1_2024');

function printed(total: string): number {
  const value = TOTALS.get(total);
  if (value === undefined) throw new Error(`The pack has no total ${total}`);
  return value;
}
