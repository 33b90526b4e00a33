import type { ThresholdFacts } from '#convention';
import { money, year } from '#cells';
import { defineFile, optional, required, type FileSpec } from '../reading/spec';
import { euros } from './doubts';

/** Usual bounds by year and consumption unit, in cents. A lower one looks like the bound of a month, a higher one like cents. */
const USUAL_BOUNDS = { min: 400_000, max: 10_000_000 };

/** The upper bounds of the income quartiles, year by year. */
export const THRESHOLDS: FileSpec<ThresholdFacts> = defineFile({
  file: 'seuils.csv',
  key: ['year'],
  columns: {
    year: required('annee', year, '2024'),
    q1: required('q1', money, '11615'),
    q2: optional('q2', money, ''),
    q3: optional('q3', money, ''),
  },
  check: (row, fault, warning) => {
    const { q1, q2, q3 } = row;
    for (const field of ['q1', 'q2', 'q3'] as const) {
      const bound = row[field];
      if (bound !== null && bound < USUAL_BOUNDS.min)
        warning(
          field,
          `cette borne se lit comme celle d’un mois : ${euros(bound)} × 12 = ${euros(bound * 12)} par an ?`,
        );
      if (bound !== null && bound > USUAL_BOUNDS.max)
        warning(field, `cette borne se lit comme des centimes : ${euros(bound / 100)} par an ?`);
    }
    if (q3 !== null && q2 === null) fault('q3', 'q3 ne peut être donné sans q2');
    if (q2 !== null && q2 <= q1) fault('q2', 'une borne supérieure à q1 est attendue');
    if (q2 !== null && q3 !== null && q3 <= q2) fault('q3', 'une borne supérieure à q2 est attendue');
  },
});
