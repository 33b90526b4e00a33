import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A row of a file of a pack, by column. */
export type PackRow = Readonly<Record<string, string>>;

/** The text of a file of a pack. package.json says where packs are, both for the sources and for the build. */
export function packText(pack: string, file: string): string {
  return readFileSync(require.resolve(`#packs/${pack}/${file}`), 'utf8');
}

/** The rows of a CSV file of a pack. */
export function packRows(pack: string, file: string): PackRow[] {
  return parse(packText(pack, file), { columns: true, delimiter: ';' }) as PackRow[];
}
