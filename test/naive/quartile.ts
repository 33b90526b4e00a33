import { cell, dayCell, hundredthsCell, wholeCell, type Row } from './cells';
import type { Knowledge } from './knowledge';

/** A quartile, an open range, or `?` where it is unknown. */
export type Quartile = '1' | '2' | '3' | '4' | '2-4' | '3-4' | '?';

/** Compares the income with bound × consumption units. Both sides are multiplied by ten, because units come in tenths. */
export function quartileOf(known: Knowledge, allocation: Row): Quartile {
  const income = hundredthsCell(allocation, 'ressources_annuelles');
  const given = cell(allocation, 'quartile');
  if (income === null) return given === '' ? '?' : (given as Quartile);

  const [bounds] = known.where('seuils.csv', 'annee', dayCell(allocation, 'date_bail').slice(0, 4));
  if (!bounds) return '?';
  const adults = wholeCell(allocation, 'personnes_14_ans_et_plus')!;
  const children = wholeCell(allocation, 'enfants_moins_14_ans')!;
  const tenthsOfUnits = BigInt(10 + 5 * (adults - 1) + 3 * children);
  const within = (bound: bigint) => income * 10n <= bound * tenthsOfUnits;

  const q1 = hundredthsCell(bounds, 'q1')!;
  const q2 = hundredthsCell(bounds, 'q2');
  const q3 = hundredthsCell(bounds, 'q3');
  if (within(q1)) return '1';
  if (q2 === null) return '2-4';
  if (within(q2)) return '2';
  if (q3 === null) return '3-4';
  return within(q3) ? '3' : '4';
}
