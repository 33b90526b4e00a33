import { csvLine } from '#tables';

/** A row of a file, by column. Every row of a file has the same columns, in the same order. */
export type Row = Readonly<Record<string, string | number>>;

/** The text of a file in the published form: a header with the columns of the first row, then one line for each row. */
export function csv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns, ...rows.map((row) => columns.map((column) => String(row[column])))]
    .map((cells) => csvLine(cells, '\n'))
    .join('');
}

/** Hundredths as a French decimal: 41250 → `412,50`. */
export function hundredths(value: number): string {
  return `${Math.floor(value / 100)},${String(value % 100).padStart(2, '0')}`;
}
