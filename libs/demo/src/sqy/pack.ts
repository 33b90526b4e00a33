import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A line of one of the pack's files, by column. */
export type PackRow = Readonly<Record<string, string>>;

/** A file of the pack as it is: package.json says where packs are, for the sources and the build alike. */
export function packText(file: string): string {
  return readFileSync(require.resolve(`#packs/sqy/${file}`), 'utf8');
}

/** The lines of one of its CSV files. */
export function packRows(file: string): PackRow[] {
  return parse(packText(file), { columns: true, delimiter: ';' }) as PackRow[];
}

/** The code of the thing that a published table names: the tables write some names without their accents. */
export function codeOf<Named extends { readonly code: string; readonly name: string }>(
  things: readonly Named[],
  name: string,
): string {
  const found = things.find((each) => unaccented(each.name) === unaccented(name));
  if (!found) throw new Error(`The pack has no code for ${name}`);
  return found.code;
}

function unaccented(name: string): string {
  return name.normalize('NFD').replace(/\p{Diacritic}/gu, '');
}
