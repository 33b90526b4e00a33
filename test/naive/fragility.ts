import { cell, dayCell, wholeCell, type Import } from './cells';
import { Knowledge } from './knowledge';
import { noteOn, statisticalNoteOn } from './note';

export interface NaiveNotes {
  readonly id: string;
  readonly label: string;
  readonly statistical: number | null;
  readonly commune: number | null;
  readonly landlord: number | null;
  readonly note: number | null;
}

/**
 * Recomputes `report fragility` from the files alone, as simply as possible: every residence on a day, without the
 * sentence that gives the reason of its note.
 */
export function naiveFragility(imports: readonly Import[], day: string): readonly NaiveNotes[] {
  const known = new Knowledge(imports);
  const codes = known.all('residences.csv').map((row) => cell(row, 'code_residence'));
  return codes.sort().map((code) => {
    const due = known
      .where('notes.csv', 'code_residence', code)
      .filter((row) => dayCell(row, 'date_effet') <= day)
      .sort((a, b) => (dayCell(a, 'date_effet') < dayCell(b, 'date_effet') ? -1 : 1));
    const row = due.at(-1);
    return {
      id: code,
      label: cell(known.one('residences.csv', code), 'nom'),
      statistical: statisticalNoteOn(known, code, day),
      commune: row ? wholeCell(row, 'note_commune') : null,
      landlord: row ? wholeCell(row, 'note_bailleur') : null,
      note: noteOn(known, code, day),
    };
  });
}
