/** A row of a file: column name → text, as in the file. An absent column means an empty cell. */
export type Row = Readonly<Record<string, string>>;
/** One import: file name → the rows of the file. */
export type Import = ReadonlyMap<string, readonly Row[]>;

export function cell(row: Row, column: string): string {
  return (row[column] ?? '').trim();
}

/** The day as `AAAA-MM-JJ`, from this form or from `JJ/MM/AAAA`. An empty cell stays empty. */
export function dayCell(row: Row, column: string): string {
  const text = cell(row, column);
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  return french ? `${french[3]}-${french[2]}-${french[1]}` : text;
}

/** Hundredths (cents, hundredths of a percent), or null for an empty cell. */
export function hundredthsCell(row: Row, column: string): bigint | null {
  const text = cell(row, column)
    .replace(/[\s\u00a0\u202f€%]/g, '')
    .replace(',', '.');
  if (text === '') return null;
  const [whole, decimals = ''] = text.split('.');
  if (decimals.length > 2) throw new Error(`more than two decimals: ${column} ${text}`);
  return BigInt(whole!) * 100n + BigInt(decimals.padEnd(2, '0'));
}

/** A whole number, or null for an empty cell. */
export function wholeCell(row: Row, column: string): number | null {
  const text = cell(row, column).replace(/[\s\u00a0\u202f]/g, '');
  return text === '' ? null : Number(text);
}

/** True for `O`. An empty cell is never a yes. */
export function yesCell(row: Row, column: string): boolean {
  return cell(row, column).toUpperCase() === 'O';
}
