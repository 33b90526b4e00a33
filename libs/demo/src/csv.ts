/** One file's rows: every row has every column of the header. */
export type Row<Column extends string> = Readonly<Record<Column, string | number>>;

/** A file in the published form: `;` between fields, a header, quotes only where a value needs them. */
export function csv<Column extends string>(columns: readonly Column[], rows: readonly Row<Column>[]): string {
  const lines = [columns.join(';')];
  for (const row of rows) lines.push(columns.map((column) => field(row[column])).join(';'));
  return `${lines.join('\n')}\n`;
}

function field(value: string | number): string {
  const text = String(value);
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Hundredths as a French decimal: 41250 → `412,50`. */
export function hundredths(value: number): string {
  return `${Math.floor(value / 100)},${String(value % 100).padStart(2, '0')}`;
}
