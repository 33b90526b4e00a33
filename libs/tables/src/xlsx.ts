import { serialOfDay } from './excel-days';
import { PIECE, type OutColumn, type OutValue, type Table } from './table';
import { SHEET_END, STYLES, sheetStart, workbookParts, xmlText } from './xlsx-parts';
import { zip, type ZipPart } from './zip';

/** The most rows of a sheet, header included. Further rows go to another sheet. */
const SHEET_ROWS = 1_048_576;
const LONGEST_TITLE = 31;
/** The most characters of a cell. */
const LONGEST_CELL = 32_767;

/**
 * The table as a workbook, written in bounded memory. Cells are texts, numbers and days, never formulas. A decimal that Excel could not
 * keep exactly is written as a text.
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

/** Excel keeps 15 digits before the point. A rate may have up to 17 decimals and is still written as a number. */
function isExactInExcel(text: string): boolean {
  return /^-?\d{1,15}(?:\.\d+)?(?:e-?\d+)?$/.test(text);
}

function numberCell(text: string, style: number): string {
  return `<c s="${style}"><v>${text}</v></c>`;
}

function textCell(text: string, style: number): string {
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text.slice(0, LONGEST_CELL))}</t></is></c>`;
}

/** The title of a sheet. Some characters are not allowed, and two sheets cannot have the same title. */
function titleOf(name: string, index: number): string {
  const suffix = index === 0 ? '' : ` (${index + 1})`;
  return name.replace(/[[\]:*?/\\']/g, ' ').slice(0, LONGEST_TITLE - suffix.length) + suffix;
}

/** Rows that can be asked whether another one follows. Several sheets take their rows from them. */
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

  /** Closes the source, also where the reader leaves before the last row. */
  async close(): Promise<void> {
    await this.iterator.return?.();
  }
}
