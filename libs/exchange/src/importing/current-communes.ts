import type { DirectoryRows } from '../reading/directory';
import { withCell } from '../reading/row-form';
import type { FileSpec } from '../reading/spec';
import { communeOfToday, type KnownCodes } from './references';

const COMMUNES = 'communes.csv';

/**
 * The rows of a directory, with the codes of today's communes. The code of an arrondissement, or of a former commune, is replaced where
 * communes.csv has the commune that it is part of, and not the code itself, in this import or an earlier one.
 */
export async function withCommunesOfToday(
  directory: DirectoryRows,
  specs: readonly FileSpec[],
  codes: KnownCodes,
): Promise<DirectoryRows> {
  const rows = new Map(directory.rows);
  const faulty = new Map(directory.faulty);
  for (const { file, columns, references } of specs) {
    const field = references.find(({ to }) => to === COMMUNES)?.field;
    if (field === undefined) continue;
    const index = columns.findIndex((column) => column.field === field);
    const valid = await replaced(rows.get(file) ?? [], field, codes, (row, code) => {
      return { ...row, row: { ...row.row, [field]: code }, cells: withCell(row.cells, index, code) };
    });
    if (rows.has(file)) rows.set(file, valid);
    const others = await replaced(faulty.get(file) ?? [], field, codes, (row, code) => {
      return { ...row, row: { ...row.row, [field]: code } };
    });
    if (faulty.has(file)) faulty.set(file, others);
  }
  return { ...directory, rows, faulty };
}

async function replaced<Row extends { readonly row: object }>(
  rows: readonly Row[],
  field: string,
  codes: KnownCodes,
  replace: (row: Row, code: string) => Row,
): Promise<Row[]> {
  const found: Row[] = [];
  for (const row of rows) {
    const code = (row.row as Readonly<Record<string, unknown>>)[field];
    const today = typeof code === 'string' ? await knownCommuneOfToday(code, codes) : undefined;
    found.push(today === undefined ? row : replace(row, today));
  }
  return found;
}

async function knownCommuneOfToday(code: string, codes: KnownCodes): Promise<string | undefined> {
  if (await codes.has(COMMUNES, code)) return undefined;
  const today = communeOfToday(code)?.code;
  return today !== undefined && (await codes.has(COMMUNES, today)) ? today : undefined;
}
