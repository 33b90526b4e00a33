import { MAIN, xmlText } from './xml';

/** The numbers of the cell styles, in the order of `CELLS`. */
export const STYLES = {
  plain: 0,
  header: 1,
  day: 2,
  decimal: 3,
  rate: 4,
  integer: 5,
  wrapped: 6,
  numberHeader: 7,
} as const;

/** Formats that are not among the built-in ones. They show the same on a computer in another language than French. */
const FORMATS = { day: [164, 'dd/mm/yyyy'], decimal: [165, '#,##0.0###'], rate: [166, '0.0\\ %'] } as const;
/** `#,##0`, a built-in format: thousands are separated. */
const COUNT = 3;
const GENERAL = 0;
const TOP = '<alignment vertical="top"/>';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const HEADER = '<alignment vertical="center" wrapText="1"/>';
const NUMBER_HEADER = '<alignment horizontal="right" vertical="center" wrapText="1"/>';

const CELLS = [
  cell(GENERAL, TOP),
  header(HEADER),
  cell(FORMATS.day[0], TOP),
  cell(FORMATS.decimal[0], TOP),
  cell(FORMATS.rate[0], TOP),
  cell(COUNT, TOP),
  cell(GENERAL, WRAPPED),
  header(NUMBER_HEADER),
];

/** The styles of every workbook. */
export function stylesXml(): string {
  const formats = Object.values(FORMATS).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`,
  );
  const font = (more: string) => `<font>${more}<sz val="11"/><name val="Calibri"/></font>`;
  const fill = (pattern: string) => `<fill>${pattern}</fill>`;
  const fills = [
    fill('<patternFill patternType="none"/>'),
    fill('<patternFill patternType="gray125"/>'),
    fill('<patternFill patternType="solid"><fgColor rgb="FFDDE6EE"/><bgColor indexed="64"/></patternFill>'),
  ];
  const border = (bottom: string) => `<border><left/><right/><top/>${bottom}<diagonal/></border>`;
  const borders = [border('<bottom/>'), border('<bottom style="thin"><color rgb="FF5B7083"/></bottom>')];
  const base = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
  const names = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
  return [
    `<styleSheet xmlns="${MAIN}">`,
    listed('numFmts', formats),
    listed('fonts', [font(''), font('<b/>')]),
    listed('fills', fills),
    listed('borders', borders),
    base,
    listed('cellXfs', CELLS),
    names,
    '</styleSheet>',
  ].join('');
}

function cell(format: number, alignment: string): string {
  return `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${alignment}</xf>`;
}

function header(alignment: string): string {
  return `<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
}

function listed(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
