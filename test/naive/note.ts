import { cell, dayCell, hundredthsCell, wholeCell, type Row } from './cells';
import type { Knowledge } from './knowledge';

/**
 * The final note of a residence on a day, 1 to 5, or null. A row replaces the computed note from its own day on; it
 * does not change the days before.
 */
export function noteOn(known: Knowledge, residence: string, day: string): number | null {
  const rows = known.where('notes.csv', 'code_residence', residence);
  const surveys = known.where('ops.csv', 'code_residence', residence);
  const due = rows.filter((row) => dayCell(row, 'date_effet') <= day);
  const last = newest(due, (row) => dayCell(row, 'date_effet'));
  return last ? finalNote(last, rows, surveys) : computedNote(surveys, Number(day.slice(0, 4)));
}

/**
 * The statistical note on a day: that of the last row in effect, given in the row or computed for the year of the row.
 * Before any row, it is computed for the year of the day.
 */
export function statisticalNoteOn(known: Knowledge, residence: string, day: string): number | null {
  const rows = known.where('notes.csv', 'code_residence', residence);
  const surveys = known.where('ops.csv', 'code_residence', residence);
  const due = rows.filter((row) => dayCell(row, 'date_effet') <= day);
  const last = newest(due, (row) => dayCell(row, 'date_effet'));
  if (!last) return computedNote(surveys, Number(day.slice(0, 4)));
  return wholeCell(last, 'note_statistique') ?? computedNote(surveys, Number(dayCell(last, 'date_effet').slice(0, 4)));
}

/**
 * The final note of one row: `note_finale` where it is given (a valid file justifies it), else the result of the rule.
 * Where commune and landlord differ, the note of the rows before it stays.
 */
function finalNote(row: Row, rows: readonly Row[], surveys: readonly Row[]): number | null {
  const given = wholeCell(row, 'note_finale');
  if (given !== null) return given;
  const commune = wholeCell(row, 'note_commune');
  const landlord = wholeCell(row, 'note_bailleur');
  if (commune !== null && landlord !== null) return commune === landlord ? commune : noteBefore(row, rows, surveys);
  if (commune !== null) return commune;
  if (landlord !== null) return landlord;
  const statistical = wholeCell(row, 'note_statistique');
  if (statistical !== null) return statistical;
  return computedNote(surveys, Number(dayCell(row, 'date_effet').slice(0, 4)));
}

/** The final note on the day before the row: that of the last earlier row, else the one computed for the year of that day. */
function noteBefore(row: Row, rows: readonly Row[], surveys: readonly Row[]): number | null {
  const from = dayCell(row, 'date_effet')!;
  const earlier = newest(
    rows.filter((each) => dayCell(each, 'date_effet')! < from),
    (each) => dayCell(each, 'date_effet')!,
  );
  if (earlier) return finalNote(earlier, rows, surveys);
  const year = Number(from.slice(0, 4));
  return computedNote(surveys, from.endsWith('-01-01') ? year - 1 : year);
}

/** The note computed from the newest survey up to this year. Where that survey gives no note, an older survey is not used instead. */
function computedNote(surveys: readonly Row[], year: number): number | null {
  const due = surveys.filter((row) => Number(cell(row, 'annee')) <= year);
  const survey = newest(due, (row) => cell(row, 'annee'));
  return survey ? statisticalNote(survey) : null;
}

/**
 * The statistical note of a survey: five indicators worth 1 to 3, of which the first counts twice. Their mean is the
 * sum divided by 6; notes begin at 1.25, 1.75, 2.25 and 2.75.
 */
export function statisticalNote(survey: Row): number | null {
  const percent = (column: string) => hundredthsCell(survey, column)!;
  if (percent('taux_reponse') < 5000n) return null;
  if (wholeCell(survey, 'logements')! < 11) return null;

  let sum = 0;
  const poor = percent('part_moins_40_plus');
  sum += 2 * (poor < 3200n ? 1 : poor < 4300n ? 2 : 3);
  const working = percent('taux_activite');
  sum += working > 6900n ? 1 : working >= 6400n ? 2 : 3;
  const single = percent('part_monoparentales');
  sum += single < 2000n ? 1 : single < 2400n ? 2 : 3;
  const large = percent('part_familles_nombreuses');
  sum += large < 1300n ? 1 : large < 1800n ? 2 : 3;
  const minors = percent('part_mineurs');
  sum += minors < 3000n ? 1 : minors < 3300n ? 2 : 3;

  // mean < 1.25 ⇔ 100 × sum < 125 × 6
  if (100 * sum < 125 * 6) return 1;
  if (100 * sum < 175 * 6) return 2;
  if (100 * sum < 225 * 6) return 3;
  if (100 * sum < 275 * 6) return 4;
  return 5;
}

function newest(rows: readonly Row[], by: (row: Row) => string): Row | undefined {
  let best: Row | undefined;
  for (const row of rows) if (!best || by(row) > by(best)) best = row;
  return best;
}
