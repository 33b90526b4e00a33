import { PIECE, type OutKind, type OutValue, type Table } from './table';

const BOM = '\ufeff';
const END = '\r\n';
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const DANGEROUS = /^[=+\-@\t\r]/;
const TO_QUOTE = /[";\r\n]|^\s|\s$/;

/** The table as CSV for a French office: UTF-8 with BOM, `;`, CRLF, in pieces of a bounded size. */
export async function* csvTable<Row>(table: Table<Row>): AsyncGenerator<string> {
  let piece = BOM + csvLine(table.columns.map((column) => csvCell(column.header, 'text')));
  for await (const row of table.rows) {
    piece += csvLine(table.columns.map((column) => csvCell(column.value(row), column.kind)));
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** One line of CSV, from cells that already have their final text. */
export function csvLine(cells: readonly string[], end = END): string {
  return cells.map(quoted).join(';') + end;
}

/** The text of a cell. If a spreadsheet would run it as a formula, it gets a leading apostrophe. */
export function csvCell(value: OutValue, kind: OutKind): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'O' : 'N';
  const text = String(value);
  if (kind === 'decimal' || kind === 'rate') return text.replace('.', ',');
  return DANGEROUS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function quoted(cell: string): string {
  return TO_QUOTE.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
