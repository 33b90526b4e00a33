import { serialOfDay } from './excel-days';
import { PIECE, type OutColumn, type OutValue, type Table } from './table';
import { SHEET_END, STYLES, sheetStart, workbookParts, xmlText } from './xlsx-parts';
import { zip, type ZipPart } from './zip';

/** Rows that a sheet can hold, header included: what is more goes to a sheet of its own. */
const SHEET_ROWS = 1_048_576;
const LONGEST_TITLE = 31;
/** Characters that a cell can hold. */
const LONGEST_CELL = 32_767;

/**
 * The table as a workbook, in bounded memory. Cells are texts, numbers and days, never formulas; a decimal that Excel could not keep
 * to the last digit stays a text.
 */
export function xlsxTable<Row>(table: Table<Row>, sheetRows: number = SHEET_ROWS): AsyncGenerator<Buffer> {
  return zip(parts(table, sheetRows));
}

async function* parts<Row>(table: Table<Row>, sheetRows: number): AsyncGenerator<ZipPart> {
  const rows = new PeekableRows(table.rows);
  const titles: string[] = [];
  try {
    do {
      titles.push(titleOf(table.name, titles.length));
      yield { name: `xl/worksheets/sheet${titles.length}.xml`, content: sheet(table.columns, rows, sheetRows) };
    } while (!(await rows.ended()));
    yield* workbookParts(titles);
  } finally {
    await rows.close();
  }
}

async function* sheet<Row>(
  columns: readonly OutColumn<Row>[],
  rows: PeekableRows<Row>,
  sheetRows: number,
): AsyncGenerator<string> {
  const header = columns.map((column) => textCell(column.header, STYLES.header)).join('');
  let piece = `${sheetStart()}<row>${header}</row>`;
  for (let count = 1; count < sheetRows && !(await rows.ended()); count++) {
    const row = rows.take();
    piece += `<row>${columns.map((column) => xlsxCell(column.value(row), column)).join('')}</row>`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece + SHEET_END;
}

function xlsxCell<Row>(value: OutValue, { kind }: OutColumn<Row>): string {
  if (value === null || value === '') return '<c/>';
  if (typeof value === 'boolean') return textCell(value ? 'O' : 'N', STYLES.plain);
  if (kind === 'day') {
    const serial = serialOfDay(String(value));
    return serial === undefined ? textCell(String(value), STYLES.plain) : numberCell(String(serial), STYLES.day);
  }
  if (kind === 'text') return textCell(String(value), STYLES.plain);
  return isExactInExcel(String(value))
    ? numberCell(String(value), STYLES.decimal)
    : textCell(String(value), STYLES.plain);
}

/** Excel keeps 15 digits. A rate is a number of 17 and is meant to be one; an exact text of more digits is not. */
function isExactInExcel(text: string): boolean {
  return /^-?\d{1,15}(?:\.\d+)?(?:e-?\d+)?$/.test(text);
}

function numberCell(text: string, style: number): string {
  return `<c s="${style}"><v>${text}</v></c>`;
}

function textCell(text: string, style: number): string {
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text.slice(0, LONGEST_CELL))}</t></is></c>`;
}

/** A sheet's title: some characters are refused, and two sheets cannot share one. */
function titleOf(name: string, index: number): string {
  const suffix = index === 0 ? '' : ` (${index + 1})`;
  return name.replace(/[[\]:*?/\\']/g, ' ').slice(0, LONGEST_TITLE - suffix.length) + suffix;
}

/** Rows of which one knows whether another comes, across the sheets that share them. */
class PeekableRows<Row> {
  private readonly iterator: AsyncIterator<Row> | Iterator<Row>;
  private next: IteratorResult<Row> | undefined;

  constructor(rows: Iterable<Row> | AsyncIterable<Row>) {
    this.iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  }

  async ended(): Promise<boolean> {
    this.next ??= await this.iterator.next();
    return this.next.done === true;
  }

  /** The row that `ended` found. */
  take(): Row {
    const row = this.next!.value as Row;
    this.next = undefined;
    return row;
  }
  /** A reader that goes away half-way lets the source go too. */
  async close(): Promise<void> {
    await this.iterator.return?.();
  }
}
