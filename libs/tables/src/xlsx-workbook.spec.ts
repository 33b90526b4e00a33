import { buffer as gathered } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { fromBufferPromise } from 'yauzl';
import { dataSheet, presentationSheet, sheet, type Workbook } from './sheet';
import type { Table } from './table';
import { xlsxTable, xlsxWorkbook } from './xlsx';

interface Row {
  readonly code: string;
  readonly name: string;
  readonly count: number;
  readonly rate: number | null;
  readonly day: string;
  readonly met: boolean | null;
}

const TABLE: Table<Row> = {
  name: 'Bailleurs',
  columns: [
    { header: 'code_bailleur', title: 'SIREN ou code', kind: 'text', value: ({ code }) => code },
    { header: 'bailleur', title: 'Bailleur', kind: 'text', value: ({ name }) => name },
    { header: 'attributions', title: 'Attributions hors QPV', kind: 'integer', value: ({ count }) => count },
    { header: 'taux', title: 'Taux', kind: 'rate', value: ({ rate }) => rate },
    { header: 'jour', title: 'Jour', kind: 'day', value: ({ day }) => day },
    { header: 'atteint', title: 'Objectif atteint', kind: 'yes-no', value: ({ met }) => met },
  ],
  rows: [
    { code: '552141533', name: 'Un bailleur & fils', count: 1178, rate: 1 / 3, day: '2023-06-30', met: false },
    { code: 'L-B', name: 'Deux', count: 0, rate: null, day: '2023-06-30', met: null },
  ],
};
const PRESENTATION = presentationSheet({
  title: 'Essai',
  facts: [['Territoire', 'Saint-Quentin-en-Yvelines']],
  definitions: [{ name: 'Taux', text: 'La part.'.repeat(20), code: 'taux' }],
});
const WORKBOOK: Workbook = { sheets: [sheet(TABLE, 2), PRESENTATION], data: dataSheet({ ...TABLE, name: 'Données' }) };

async function partsOf(bytes: AsyncIterable<Buffer>): Promise<ReadonlyMap<string, string>> {
  const archive = await fromBufferPromise(await gathered(Readable.from(bytes)), { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of archive.eachEntry())
    parts.set(entry.fileName, String(await gathered(await archive.openReadStreamPromise(entry))));
  return parts;
}

const part = async (workbook: Workbook, name: string): Promise<string> =>
  (await partsOf(xlsxWorkbook(workbook))).get(name)!;

describe('a workbook for people', () => {
  it('has the sheets for people first, and the table of the CSV in the last tab and in the first part', async () => {
    const xml = await part(WORKBOOK, 'xl/workbook.xml');
    expect([...xml.matchAll(/<sheet name="([^"]*)" sheetId="(\d)"/g)].map(([, name, id]) => [name, id])).toEqual([
      ['Bailleurs', '2'],
      ['Présentation', '3'],
      ['Données', '1'],
    ]);
    const data = await part(WORKBOOK, 'xl/worksheets/sheet1.xml');
    for (const header of ['code_bailleur', 'taux', 'atteint']) expect(data).toContain(`>${header}</t>`);
    expect(data).toContain('>N</t>');
  });

  it('repeats the header and the fixed columns on every page, and knows what is filtered', async () => {
    const names = [...(await part(WORKBOOK, 'xl/workbook.xml')).matchAll(/<definedName [^>]*>[^<]*/g)].map(String);
    expect(names).toEqual([
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Bailleurs'!$A$1:$F$3`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Bailleurs'!$A:$B,'Bailleurs'!$1:$1`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Présentation'!$1:$1`,
      `<definedName name="_xlnm._FilterDatabase" localSheetId="2" hidden="1">'Données'!$A$1:$F$3`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="2">'Données'!$1:$1`,
    ]);
  });

  it('writes French titles, whole words, percentages as percentages and days as days', async () => {
    const xml = await part(WORKBOOK, 'xl/worksheets/sheet2.xml');
    const text = (style: number, value: string) =>
      `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
    expect(xml).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0">' +
        '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>' +
        '<selection pane="bottomRight" activeCell="C2" sqref="C2"/></sheetView></sheetViews>' +
        '<sheetFormatPr defaultRowHeight="15"/><cols>' +
        [15, 20, 14, 10, 12, 18]
          .map((w, at) => `<col min="${at + 1}" max="${at + 1}" width="${w}" customWidth="1"/>`)
          .join('') +
        '</cols><sheetData><row ht="33" customHeight="1">' +
        [text(1, 'SIREN ou code'), text(1, 'Bailleur'), text(7, 'Attributions hors QPV')].join('') +
        [text(7, 'Taux'), text(7, 'Jour'), text(1, 'Objectif atteint')].join('') +
        `</row><row>${text(0, '552141533')}${text(0, 'Un bailleur &amp; fils')}<c s="5"><v>1178</v></c>` +
        `<c s="4"><v>0.3333333333333333</v></c><c s="2"><v>45107</v></c>${text(0, 'non')}</row>` +
        `<row>${text(0, 'L-B')}${text(0, 'Deux')}<c s="5"><v>0</v></c><c/><c s="2"><v>45107</v></c><c/></row></sheetData>` +
        '<autoFilter ref="A1:F3"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
        '<headerFooter><oddHeader>&amp;LBailleurs</oddHeader><oddFooter>&amp;RPage &amp;P / &amp;N</oddFooter></headerFooter></worksheet>',
    );
    const styles = await part(WORKBOOK, 'xl/styles.xml');
    const [, cells] = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(styles)!;
    const formats = [...cells!.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => id);
    expect(formats).toEqual(['0', '0', '164', '165', '166', '3', '0', '0']);
    expect(styles).toContain('<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>');
    expect(styles).toContain('<numFmt numFmtId="166" formatCode="0.0\\ %"/>');
  });

  it('gives a row the height of its longest text, and no row more than Excel allows', async () => {
    const xml = await part(WORKBOOK, 'xl/worksheets/sheet3.xml');
    expect(xml).toContain('width="60"');
    expect(xml).toMatch(/<row ht="45" customHeight="1"><c [^>]*><is><t [^>]*>Taux</);
    const long = presentationSheet({ title: 'x '.repeat(10_000), facts: [], definitions: [] });
    expect(await part({ sheets: [long] }, 'xl/worksheets/sheet1.xml')).toContain('ht="409"');
  });

  it('prints a wide sheet on A3, and a wider one on several pages', async () => {
    const wide = (count: number): Table<number> => ({
      name: 'Large',
      columns: Array.from({ length: count }, (_, at) => ({
        header: `Chiffre ${at}`,
        kind: 'integer' as const,
        value: (row: number) => row,
      })),
      rows: [1],
    });
    expect(await part({ sheets: [sheet(wide(22))] }, 'xl/worksheets/sheet1.xml')).toContain('paperSize="8"');
    expect(await part({ sheets: [sheet(wide(60))] }, 'xl/worksheets/sheet1.xml')).toContain('fitToWidth="3"');
  });

  it('has room for numbers and days that come after the rows that were measured', async () => {
    const columns = [
      { header: 'n', kind: 'integer' as const, value: (row: number) => row },
      { header: 'j', kind: 'day' as const, value: (row: number) => (row > 900 ? '2023-06-30' : null) },
    ];
    const rows = Array.from({ length: 1_000 }, (_, at) => (at < 999 ? 1 : 12_345_678));
    const xml = (await partsOf(xlsxTable({ name: 'n', columns, rows }))).get('xl/worksheets/sheet1.xml')!;
    const widths = [...xml.matchAll(/ width="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths[0]).toBeGreaterThanOrEqual('12 345 678'.length + 1);
    expect(widths[1]).toBeGreaterThanOrEqual('30/06/2023'.length + 2);
  });
});
