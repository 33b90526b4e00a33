import type { Sheet, SheetColumn } from './sheet';
import type { OutKind, OutValue } from './table';

/** How a column is shown. Widths are in characters, as in Excel. */
export interface ColumnView {
  readonly width: number;
  /** Long texts continue on the next line of their cell. */
  readonly isWrapped: boolean;
}

/** The widest column. A longer text continues on the next line. */
const WIDEST = 60;
const NARROWEST = 8;
/** A header is written on about so many lines at most. */
const HEADER_LINES = 5;
/** Room for the border, for bold letters, and for the button of the filter. */
const ROOM = 2;
/** A number or a day that does not fit is shown as `####`, so that its column has room for the largest that is expected. */
const LEAST: Readonly<Record<OutKind, number>> = { text: 0, integer: 11, decimal: 11, rate: 10, day: 12, 'yes-no': 0 };
const LINE_HEIGHT = 15;
/** The tallest row that Excel has. */
const TALLEST = 409;

/** The view of each column, from its header and from the first rows. */
export function viewsOf({ columns }: Sheet, rows: readonly (readonly OutValue[])[]): readonly ColumnView[] {
  return columns.map((column, at) => {
    const longest = rows.reduce((length, row) => Math.max(length, shownLength(row[at] ?? null, column)), 0);
    const wanted = Math.max(longest + 2, headerWidth(column.header), LEAST[column.kind], NARROWEST);
    return { width: Math.min(wanted, WIDEST), isWrapped: column.kind === 'text' && wanted > WIDEST };
  });
}

/** The height of the header row in points, so that no header is cut. */
export function headerHeight({ columns }: Sheet, views: readonly ColumnView[]): number {
  const lines = columns.map(({ header }, at) => linesOf(header, views[at]!.width - ROOM));
  return LINE_HEIGHT * Math.max(1, ...lines) + 3;
}

/** The height of a row in points; undefined for a row of one line, which needs no height of its own. */
export function rowHeight(row: readonly OutValue[], views: readonly ColumnView[]): number | undefined {
  let lines = 1;
  for (const [at, { isWrapped, width }] of views.entries())
    if (isWrapped) lines = Math.max(lines, linesOf(String(row[at] ?? ''), width));
  return lines === 1 ? undefined : Math.min(LINE_HEIGHT * lines, TALLEST);
}

/** The width of all columns together. */
export function totalWidth(views: readonly ColumnView[]): number {
  return views.reduce((sum, { width }) => sum + width, 0);
}

function headerWidth(header: string): number {
  const longestWord = Math.max(...header.split(/\s/).map((word) => word.length));
  const short = header.length <= 16 ? header.length : Math.ceil(header.length / HEADER_LINES);
  return Math.min(Math.max(longestWord, short) + ROOM, WIDEST);
}

/** The lines of a text whose words are not split, unless a word alone is too long. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = Infinity;
    for (const { length } of paragraph.split(' ')) {
      if (used + 1 + length <= width) used += 1 + length;
      else {
        lines += Math.max(1, Math.ceil(length / width));
        used = length % width || length;
      }
    }
  }
  return lines;
}

function shownLength(value: OutValue, { kind }: SheetColumn): number {
  if (value === null || typeof value === 'boolean') return 1;
  if (kind === 'rate') return '100,0 %'.length;
  if (kind === 'decimal') return Math.min(String(value).length, 12);
  if (typeof value === 'number') return Math.ceil((String(value).length * 4) / 3);
  return Math.max(...value.split('\n').map((line) => line.length));
}
