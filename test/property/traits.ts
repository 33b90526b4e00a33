import { cell, hundredthsCell, wholeCell, type Row } from '../naive/cells';
import { Knowledge, keyOf } from '../naive/knowledge';
import { noteOn } from '../naive/note';
import { quartileOf } from '../naive/quartile';
import { shifted } from './days';
import type { History } from './history';
import { lastRows } from './news';

/** The cases that a history tests. They are counted, so that a test fails if the arbitraries stop making one of them. */
export function traitsOf(history: History): Set<string> {
  const traits = new Set<string>();
  history.imports.forEach((_, at) => traitsOfImport(history, at, traits));
  const known = new Knowledge(history.imports);
  for (const row of known.all('attributions.csv')) traitsOfLease(known, row, traits);
  for (const row of known.all('notes.csv')) {
    if (wholeCell(row, 'note_finale') !== null) traits.add('final note');
  }
  return traits;
}

function traitsOfImport(history: History, at: number, traits: Set<string>): void {
  const before = history.imports.slice(0, at);
  const rows = history.imports[at]!;
  const last = lastRows(before);
  for (const [file, records] of rows) {
    for (const row of records) {
      const key = `${file} ${keyOf(file, row)}`;
      const old = last.get(key);
      if (old === undefined) {
        if (at > 0) traits.add(`late ${file}`);
        continue;
      }
      const changed = changedColumns(old, row);
      if (changed.length === 0) traits.add('unchanged row');
      for (const column of changed) traits.add(`corrected ${file} ${column}`);
      if (changed.includes('annulee')) traits.add(cell(row, 'annulee') === 'O' ? 'cancelled' : 'reinstated or settled');
      if (changed.length > 0 && occurredBefore(history, at, file, row)) traits.add('A → B → A');
    }
  }
}

function traitsOfLease(known: Knowledge, row: Row, traits: Set<string>): void {
  const day = cell(row, 'date_bail');
  const residence = cell(row, 'code_residence');
  traits.add(`quartile ${quartileOf(known, row)}`);
  traits.add(`note ${noteOn(known, residence, day) ?? 'none'}`);
  const rows = known.where('notes.csv', 'code_residence', residence);
  if (noteOn(known, residence, day) !== null && rows.every((each) => cell(each, 'date_effet') > day))
    traits.add(rows.length === 0 ? 'computed note without a row' : 'computed note before the first row');
  for (const beside of boundsBeside(known, row)) traits.add(`income ${beside}`);
  for (const code of cell(known.one('residences.csv', residence), 'code_qpv').split('|')) {
    if (code === '') continue;
    const district = known.one('qpv.csv', code);
    if (day === cell(district, 'date_debut')) traits.add('lease on the first day of a QPV');
    if (day === cell(district, 'date_fin')) traits.add('lease on the last day of a QPV');
    if (day === shifted(cell(district, 'date_debut'), -1)) traits.add('lease on the eve of a QPV');
  }
  for (const [file, column, trait] of DATED) {
    const dated = known.where(file, 'code_residence', residence);
    if (dated.some((each) => cell(each, column) === day)) traits.add(trait);
  }
}

const DATED = [
  ['notes.csv', 'date_effet', 'lease on the day of a note'],
  ['proprietes.csv', 'date_debut', 'lease on the day of a sale'],
] as const;

/** The bounds, times the units, at which the income is, or of which it is one cent above. */
function boundsBeside(known: Knowledge, row: Row): string[] {
  const income = hundredthsCell(row, 'ressources_annuelles');
  const [bounds] = known.where('seuils.csv', 'annee', cell(row, 'date_bail').slice(0, 4));
  if (income === null || !bounds) return [];
  const adults = wholeCell(row, 'personnes_14_ans_et_plus')!;
  const tenths = BigInt(10 + 5 * (adults - 1) + 3 * wholeCell(row, 'enfants_moins_14_ans')!);
  return ['q1', 'q2', 'q3'].flatMap((column) => {
    const bound = hundredthsCell(bounds, column);
    if (bound === null) return [];
    const most = (bound * tenths) / 10n;
    return income === most ? [`on ${column}`] : income === most + 1n ? [`a cent above ${column}`] : [];
  });
}

function changedColumns(old: string, row: Row): string[] {
  const before: Row = Object.fromEntries(JSON.parse(old) as [string, string][]);
  return Object.keys(row).filter((column) => before[column] !== row[column]);
}

function occurredBefore(history: History, at: number, file: string, row: Row): boolean {
  return history.imports
    .slice(0, at)
    .some((each) =>
      (each.get(file) ?? []).some((other) => Object.keys(row).every((column) => other[column] === row[column])),
    );
}
