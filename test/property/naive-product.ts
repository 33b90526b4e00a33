import { readdir, readFile } from 'node:fs/promises';
import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { dayCell, hundredthsCell, type Import, type Row } from '../naive/cells';
import { naiveCompliance, type NaiveReport } from '../naive/compliance';
import { news } from './news';
import type { Product } from './product';
import { PUBLICS, SECTORS } from './rows';
import { WINDOWS_1252 } from './write';

/** A fault of a broken product: a change of the rows that it knows, or of its reports. */
export interface Flaw {
  readonly rows?: (rows: Import) => Import;
  readonly report?: (report: NaiveReport) => NaiveReport;
  readonly forgetsAsOf?: boolean;
  readonly alwaysWrites?: boolean;
}

/** A product that reads the written directories back and answers with the naive recomputation. The comparison itself is tested with it. */
export function naiveProduct(flaw: Flaw = {}): Product {
  const imports: Import[] = [];
  return {
    importDirectory: async (directory) => {
      const rows = await readImport(directory);
      const events = news(imports.map(normalized), normalized(rows));
      imports.push(rows);
      return { events: flaw.alwaysWrites ? 1 : events };
    },
    report: async ({ from, to, scope, asOf }) => {
      const known = asOf === undefined || flaw.forgetsAsOf ? imports : imports.slice(0, Number(asOf));
      const report = naiveCompliance(flaw.rows ? known.map(flaw.rows) : known, {
        from,
        to,
        scope,
        publics: PUBLICS,
        sectors: SECTORS,
      });
      const shown = flaw.report ? flaw.report(report) : report;
      return { from, to, asOf: asOf ?? '', position: String(known.length), ...shown };
    },
    now: () => String(imports.length),
    close: async () => undefined,
  };
}

/** The rows of each CSV file of a directory. */
export async function readImport(directory: string): Promise<Import> {
  const rows = new Map<string, readonly Row[]>();
  for (const file of (await readdir(directory)).filter((name) => name.endsWith('.csv')))
    rows.set(file, recordsOf(await readFile(join(directory, file))));
  return rows;
}

function recordsOf(bytes: Buffer): Row[] {
  return parse(decoded(bytes), { columns: true, delimiter: ';', bom: true }) as Row[];
}

/** Decoded by hand, because the runtime's own decoder treats Windows-1252 as Latin-1 in some versions. */
function decoded(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const characters = new Map(Object.entries(WINDOWS_1252).map(([character, byte]) => [byte, character]));
  return [...bytes].map((byte) => characters.get(byte) ?? String.fromCharCode(byte)).join('');
}

/** The rows in one normal form, whatever the form of days and decimals in the file. */
export function normalized(rows: Import): Import {
  return new Map([...rows].map(([file, records]) => [file, records.map(normalizedRow)]));
}

function normalizedRow(row: Row): Row {
  const decimal = /^(q[123]|ressources_.*|taux_.*|part_.*|reste_a_charge_.*|surface_.*)$/;
  return Object.fromEntries(
    Object.keys(row).map((column) => [
      column,
      decimal.test(column) ? String(hundredthsCell(row, column) ?? '') : dayCell(row, column),
    ]),
  );
}
