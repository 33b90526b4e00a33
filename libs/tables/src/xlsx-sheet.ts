import type { Sheet } from './sheet';
import type { ColumnView } from './sheet-widths';
import { columnName, HEAD, MAIN, xmlText } from './xml';

const A4 = 9;
const A3 = 8;
/** Characters that each paper shows in landscape at a size that can be read. */
const WIDTH_OF_A4 = 220;
const WIDTH_OF_A3 = 310;

/** The start of a sheet: its header and its fixed columns stay visible, and each column has its width. */
export function sheetStart({ fixedColumns = 0 }: Sheet, views: readonly ColumnView[], isOpen: boolean): string {
  const corner = `${columnName(fixedColumns + 1)}2`;
  const split = fixedColumns > 0 ? `xSplit="${fixedColumns}" ` : '';
  const pane = fixedColumns > 0 ? 'bottomRight' : 'bottomLeft';
  const widths = views.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView${isOpen ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    `<pane ${split}ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>`,
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '',
    '<sheetData>',
  ].join('');
}

/**
 * The end of a sheet: its filter, and how it is printed. It is printed in landscape, on A3 where it is wide, and on
 * several pages side by side where it is wider still: the fixed columns are then on each of them.
 */
export function sheetEnd(sheet: Sheet, rows: number, width: number): string {
  const paper = width > WIDTH_OF_A4 ? A3 : A4;
  return [
    '</sheetData>',
    isFiltered(sheet) ? `<autoFilter ref="A1:${lastCell(sheet, rows)}"/>` : '',
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${paper}" orientation="landscape" fitToWidth="${Math.ceil(width / WIDTH_OF_A3)}" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>&amp;L${printed(sheet.name)}</oddHeader><oddFooter>&amp;RPage &amp;P / &amp;N</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('');
}

export function isFiltered({ isFiltered: wanted = true, columns }: Sheet): boolean {
  return wanted && columns.length > 0;
}

/** The last cell of the table, with absolute coordinates where `$` is given. */
export function lastCell({ columns }: Sheet, rows: number, mark: '' | '$' = ''): string {
  return `${mark}${columnName(columns.length)}${mark}${rows}`;
}

/** In a header, `&` begins a code. */
function printed(name: string): string {
  return xmlText(name.replaceAll('&', '&&'));
}
