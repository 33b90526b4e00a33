import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A line of one of the pack's files, by column. */
export type PackRow = Readonly<Record<string, string>>;

/** A file of a pack as it is: package.json says where packs are, for the sources and the build alike. */
export function packText(pack: string, file: string): string {
  return readFileSync(require.resolve(`#packs/${pack}/${file}`), 'utf8');
}

/** The lines of one of a pack's CSV files. */
export function packRows(pack: string, file: string): PackRow[] {
  return parse(packText(pack, file), { columns: true, delimiter: ';' }) as PackRow[];
}
