import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Import, Row } from '../naive/cells';

/** The style in which the spreadsheet of an office writes the rows. */
export interface Style {
  readonly days: 'iso' | 'french';
  readonly decimals: 'point' | 'comma' | 'spaced';
  readonly encoding: 'utf8' | 'utf8-bom' | 'windows-1252';
  readonly newline: '\n' | '\r\n';
  /** True where the columns are written from the last to the first. */
  readonly reversed: boolean;
}

export const style: fc.Arbitrary<Style> = fc.record({
  days: fc.constantFrom('iso', 'french'),
  decimals: fc.constantFrom('point', 'comma', 'spaced'),
  encoding: fc.constantFrom('utf8', 'utf8-bom', 'windows-1252'),
  newline: fc.constantFrom('\n', '\r\n'),
  reversed: fc.boolean(),
});

const DAYS = new Set([
  'date_debut',
  'date_fin',
  'date_effet',
  'date_bail',
  'date_caleol',
  'date_relogement',
  'date_fin_prevue',
]);
const EUROS = new Set(['q1', 'q2', 'q3', 'ressources_annuelles', 'reste_a_charge_avant', 'reste_a_charge_apres']);
const SURFACES = new Set(['surface_avant', 'surface_apres']);
const PERCENTS = new Set([
  'taux_reponse',
  'part_moins_40_plus',
  'taux_activite',
  'part_familles_nombreuses',
  'part_monoparentales',
  'part_mineurs',
  'ressources_pct_plafond',
]);
/** The characters of the files that Windows-1252 has and Latin-1 does not have. */
export const WINDOWS_1252: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92 };

/** Writes the files of the import into the directory, which is made where it is absent. */
export async function writeImport(directory: string, rows: Import, as: Style): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const [file, records] of rows) await writeFile(join(directory, file), encode(csvOf(records, as), as.encoding));
}

/** The text of the file. Every row has the same columns. */
export function csvOf(records: readonly Row[], as: Style): string {
  const columns = Object.keys(records[0]!);
  if (as.reversed) columns.reverse();
  const lines = [
    columns.join(';'),
    ...records.map((row) => columns.map((column) => quoted(written(column, row[column]!, as))).join(';')),
  ];
  return lines.map((line) => line + as.newline).join('');
}

function written(column: string, value: string, as: Style): string {
  if (value === '') return value;
  if (DAYS.has(column)) return as.days === 'iso' ? value : value.split('-').reverse().join('/');
  if (!EUROS.has(column) && !PERCENTS.has(column) && !SURFACES.has(column)) return value;
  if (as.decimals === 'point') return value;
  const comma = value.replace('.', ',');
  if (as.decimals === 'comma' || SURFACES.has(column)) return comma;
  return PERCENTS.has(column) ? `${comma} %` : `${comma.replace(/\B(?=(\d{3})+(?!\d))(?<!,\d*)/g, '\u00a0')}\u00a0€`;
}

function quoted(text: string): string {
  return /[";]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function encode(text: string, encoding: Style['encoding']): Buffer {
  if (encoding === 'utf8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf8-bom') return Buffer.from(`\ufeff${text}`, 'utf8');
  return Buffer.from([...text].map((character) => WINDOWS_1252[character] ?? character.charCodeAt(0)));
}
