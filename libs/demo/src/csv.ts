import { csvLine } from '#tables';

/** A row of a file. Every row has every column of the header. */
export type Row<Column extends string> = Readonly<Record<Column, string | number>>;

/** The text of a file in the published form: a header, then one line for each row. */
export function csv<Column extends string>(columns: readonly Column[], rows: readonly Row<Column>[]): string {
  const lines = rows.map((row) => columns.map((column) => String(row[column])));
  return [columns, ...lines].map((cells) => csvLine(cells, '\n')).join('');
}

/** Hundredths as a French decimal: 41250 → `412,50`. */
export function hundredths(value: number): string {
  return `${Math.floor(value / 100)},${String(value % 100).padStart(2, '0')}`;
}
