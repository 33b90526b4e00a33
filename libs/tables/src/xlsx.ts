import { csvTable } from './csv';
import { serialOfDay } from './excel-days';
import { PeekableRows } from './peekable-rows';
import { dataSheet, sheet, type Sheet, type SheetColumn, type Workbook } from './sheet';
import { headerHeight, rowHeight, totalWidth, viewsOf, type ColumnView } from './sheet-widths';
import { PIECE, type OutKind, type OutValue, type Table } from './table';
import { sheetEnd, sheetStart } from './xlsx-sheet';
import { STYLES } from './xlsx-styles';
import { workbookParts, type WrittenSheet } from './xlsx-parts';
import { xmlText } from './xml';
import { zip, type ZipPart } from './zip';

/** The most rows of a sheet, header included. Further rows go to another sheet. */
const SHEET_ROWS = 1_048_576;
const LONGEST_TITLE = 31;
/** The most characters of a cell. */
const LONGEST_CELL = 32_767;
/** The widths of the columns are those of so many rows. */
const SAMPLE = 500;
const NUMBERS: readonly OutKind[] = ['integer', 'decimal', 'rate', 'day'];

/** The table as a workbook of one sheet, with the headers of its CSV. */
export function xlsxTable<Row>(table: Table<Row>, sheetRows?: number): AsyncGenerator<Buffer> {
  return xlsxWorkbook({ sheets: [dataSheet(table)] }, sheetRows);
}

/**
 * The file of a table: CSV for programs, a workbook for people.
 * @param workbook made from the table where absent
 */
export function tableFile<Row>(
  format: 'csv' | 'xlsx',
  table: Table<Row>,
  workbook: Workbook = { sheets: [sheet(table)] },
): AsyncGenerator<string | Buffer> {
  return format === 'csv' ? csvTable(table) : xlsxWorkbook(workbook);
}

/**
 * A workbook, written in bounded memory. Cells are texts, numbers and days, never formulas. A decimal that Excel could not keep exactly
 * is written as a text. Each sheet is ready to be read and printed: widths, fixed header, filters, A4 or A3 in landscape.
 */
export function xlsxWorkbook(workbook: Workbook, sheetRows: number = SHEET_ROWS): AsyncGenerator<Buffer> {
  return zip(parts(workbook, sheetRows));
}

async function* parts({ sheets, data }: Workbook, sheetRows: number): AsyncGenerator<ZipPart> {
  const written: WrittenSheet[] = [];
  const isOpenedOn = (one: Sheet): boolean => one === (sheets[0] ?? data);
  for (const each of data ? [data, ...sheets] : sheets) {
    const rows = new PeekableRows(each.rows);
    let again = 0;
    try {
      do {
        const one: Writing = { rows, sheetRows, isOpen: again === 0 && isOpenedOn(each), count: 0 };
        const part = written.length + 1;
        yield { name: `xl/worksheets/sheet${part}.xml`, content: sheetXml(each, one) };
        written.push({ part, sheet: each, title: titleOf(each.name, again++), rows: one.count });
      } while (!(await rows.ended()));
    } finally {
      await rows.close();
    }
  }
  const tabs = data
    ? [...written.filter((each) => each.sheet !== data), ...written.filter((each) => each.sheet === data)]
    : written;
  yield* workbookParts(tabs);
}

/** The writing of one part. */
interface Writing {
  readonly rows: PeekableRows<readonly OutValue[]>;
  readonly sheetRows: number;
  readonly isOpen: boolean;
  /** The rows written so far, header included. */
  count: number;
}

async function* sheetXml(sheet: Sheet, writing: Writing): AsyncGenerator<string> {
  const { rows, sheetRows, isOpen } = writing;
  const views = viewsOf(sheet, await rows.peek(Math.min(SAMPLE, sheetRows - 1)));
  const header = sheet.columns.map(headerCell).join('');
  let piece = sheetStart(sheet, views, isOpen);
  piece += `<row ht="${headerHeight(sheet, views)}" customHeight="1">${header}</row>`;
  writing.count = 1;
  for (; writing.count < sheetRows && !(await rows.ended()); writing.count++) {
    piece += rowXml(rows.take(), sheet, views);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece + sheetEnd(sheet, writing.count, totalWidth(views));
}

function rowXml(row: readonly OutValue[], { columns }: Sheet, views: readonly ColumnView[]): string {
  const height = rowHeight(row, views);
  const attributes = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row${attributes}>${row.map((value, at) => xlsxCell(value, columns[at]!, views[at]!)).join('')}</row>`;
}

/** The header of a column of numbers is on their side. */
function headerCell({ header, kind }: SheetColumn): string {
  return textCell(header, NUMBERS.includes(kind) ? STYLES.numberHeader : STYLES.header);
}

function xlsxCell(value: OutValue, { kind }: SheetColumn, { isWrapped }: ColumnView): string {
  const text = isWrapped ? STYLES.wrapped : STYLES.plain;
  if (value === null || value === '') return '<c/>';
  if (typeof value === 'boolean') return textCell(value ? 'O' : 'N', text);
  if (kind === 'day') {
    const serial = serialOfDay(String(value));
    return serial === undefined ? textCell(String(value), text) : numberCell(String(serial), STYLES.day);
  }
  if (kind === 'text' || kind === 'yes-no') return textCell(String(value), text);
  return isExactInExcel(String(value)) ? numberCell(String(value), STYLES[kind]) : textCell(String(value), text);
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
