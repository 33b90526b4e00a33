import type { Import, Row } from '../naive/cells';
import { keyOf } from '../naive/knowledge';

/** The number of rows of the import that are new, or that differ from the last row with the same key. */
export function news(before: readonly Import[], rows: Import): number {
  const last = lastRows(before);
  let count = 0;
  for (const [file, records] of rows) {
    for (const row of records) if (last.get(`${file} ${keyOf(file, row)}`) !== canonical(row)) count += 1;
  }
  return count;
}

/** The last text of each row, by file and key. */
export function lastRows(imports: readonly Import[]): Map<string, string> {
  const last = new Map<string, string>();
  for (const rows of imports) {
    for (const [file, records] of rows) {
      for (const row of records) last.set(`${file} ${keyOf(file, row)}`, canonical(row));
    }
  }
  return last;
}

function canonical(row: Row): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}
