import type { Sheet } from './sheet';
import { isFiltered, lastCell } from './xlsx-sheet';
import { stylesXml } from './xlsx-styles';
import { columnName, HEAD, MAIN, xmlText } from './xml';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet whose part is written. */
export interface WrittenSheet {
  /** The number in the name of its part. */
  readonly part: number;
  readonly title: string;
  readonly sheet: Sheet;
  /** Its rows, header included. */
  readonly rows: number;
}

/** The parts of a workbook beside its sheets, which are given in the order of their tabs. */
export function workbookParts(
  tabs: readonly WrittenSheet[],
): readonly { readonly name: string; readonly content: readonly string[] }[] {
  const part = (name: string, xml: string) => ({ name, content: [HEAD + xml] });
  return [
    part('xl/workbook.xml', workbook(tabs)),
    part('xl/_rels/workbook.xml.rels', workbookRelations(tabs)),
    part('xl/styles.xml', stylesXml()),
    part('_rels/.rels', relations([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }])),
    part('[Content_Types].xml', contentTypes(tabs)),
  ];
}

function workbook(tabs: readonly WrittenSheet[]): string {
  const sheets = tabs.map(({ title, part }) => `<sheet name="${xmlText(title)}" sheetId="${part}" r:id="rId${part}"/>`);
  const names = tabs.flatMap(namesOf);
  return [
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews>`,
    `<sheets>${sheets.join('')}</sheets>`,
    names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '',
    '</workbook>',
  ].join('');
}

/** The names that Excel gives to the filtered cells, and to the rows and columns that every printed page repeats. */
function namesOf({ sheet, title, rows }: WrittenSheet, tab: number): readonly string[] {
  const of = xmlText(`'${title}'!`);
  const name = (kind: string, more: string, cells: string) =>
    `<definedName name="_xlnm.${kind}" localSheetId="${tab}"${more}>${cells}</definedName>`;
  const columns = sheet.fixedColumns ? `${of}$A:$${columnName(sheet.fixedColumns)},` : '';
  return [
    ...(isFiltered(sheet) ? [name('_FilterDatabase', ' hidden="1"', `${of}$A$1:${lastCell(sheet, rows, '$')}`)] : []),
    name('Print_Titles', '', `${columns}${of}$1:$1`),
  ];
}

function workbookRelations(tabs: readonly WrittenSheet[]): string {
  const sheets = tabs.map(({ part }) => ({
    id: `rId${part}`,
    type: 'worksheet',
    target: `worksheets/sheet${part}.xml`,
  }));
  return relations([...sheets, { id: `rId${tabs.length + 1}`, type: 'styles', target: 'styles.xml' }]);
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relations(targets: readonly Relation[]): string {
  const entries = targets.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}

function contentTypes(tabs: readonly WrittenSheet[]): string {
  const sheets = tabs.map(
    ({ part }) => `<Override PartName="/xl/worksheets/sheet${part}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.join('')}</Types>`;
}
