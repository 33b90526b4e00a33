import * as fc from 'fast-check';
import { dayOfSerial, serialOfDay } from '#tables';
import { ALLOCATIONS, COMMUNES, LANDLORDS, PRIORITY_DISTRICTS, SURVEYS, THRESHOLDS } from '../../files';
import { defineFile, optional, required } from '../spec';
import { calendarDay, integer, money, percentage, text, yesNo } from '#cells';
import { readWorkbook, textCell, workbookOf } from '../testing/tables';
import { decimalText, formatOf, percentText } from './number-format';

const header = (...names: string[]) => `<row>${names.map(textCell).join('')}</row>`;

/** Styles 0 to 4: general, built-in day, custom day, percent, text with a d in quotes. */
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-40C]dd\\/mm\\/yyyy;@"/><numFmt numFmtId="171" formatCode="0&quot; d&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="10"/><xf numFmtId="171"/></cellXfs></styleSheet>`;

const SAMPLE = defineFile({
  file: 'essai.csv',
  key: ['name'],
  columns: {
    name: required('nom', text, ''),
    day: optional('jour', calendarDay, ''),
    money: optional('montant', money, ''),
    share: optional('part', percentage, ''),
    count: optional('nombre', integer(0, 1000), ''),
    yes: optional('oui', yesNo, ''),
  },
});
const SAMPLE_HEADER = header('nom', 'jour', 'montant', 'part', 'nombre', 'oui');

describe('a workbook', () => {
  it('gives real days, numbers, shares and booleans as the files would write them', async () => {
    const rows = `${SAMPLE_HEADER}<row r="3"><c r="A3" t="str"><v>un</v></c><c r="B3" s="1"><v>45352.75</v></c><c r="C3"><v>1234.5600000000002</v></c><c r="D3" s="3"><v>0.285</v></c><c r="E3" s="4"><v>12</v></c><c r="F3" t="b"><v>1</v></c></row>
<row r="9"><c r="A9" t="inlineStr"><is><r><t>de</t></r><r><t xml:space="preserve">ux </t></r><rPh><t>zz</t></rPh></is></c><c r="B9" s="2"><v>1</v></c><c r="D9"><v>28.5</v></c><c r="F9" t="b"><v>0</v></c></row>`;
    const read = await readWorkbook(await workbookOf(rows, { 'xl/styles.xml': STYLES }), SAMPLE);
    expect(read.faults).toEqual([]);
    expect(read.rows).toEqual([
      { name: 'un', day: '2024-03-01', money: 123_456, share: '28.5', count: 12, yes: true },
      { name: 'deux', day: '1900-01-01', money: null, share: '28.5', count: null, yes: false },
    ]);
    expect(read.valid.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const workbook = `<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="f" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`;
    const rows = `${SAMPLE_HEADER}<row>${textCell('un')}<c s="1"><v>0</v></c></row>`;
    const bytes = await workbookOf(rows, { 'xl/styles.xml': STYLES, 'xl/workbook.xml': workbook });
    expect((await readWorkbook(bytes, SAMPLE)).rows).toMatchObject([{ day: '1904-01-01' }]);
  });

  it('reads shared texts, and characters that OOXML escapes', async () => {
    const rels = `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
    const shared =
      '<sst><si><t>code_bailleur</t></si><si><r><t>no</t></r><r><t>m</t></r></si><si><t>a_x000D_\nb &amp; c</t></si></sst>';
    const rows = '<row><c t="s"><v>1</v></c></row><row><c t="s"><v>2</v></c></row>';
    const bytes = await workbookOf(rows, { 'xl/_rels/workbook.xml.rels': rels, 'xl/sharedStrings.xml': shared });
    expect((await readWorkbook(bytes, SAMPLE)).rows).toMatchObject([{ name: 'a\nb & c' }]);
  });

  it('refuses a formula, even in an ignored column', async () => {
    const rows = `${header('code_insee', 'nom', 'autre')}<row>${textCell('78621')}<c t="str"><f>B1</f><v>Trappes</v></c></row>
<row>${textCell('78208')}${textCell('Élancourt')}<c><f>A1*2</f><v>4</v></c></row>`;
    const { faults, rows: read } = await readWorkbook(await workbookOf(rows), COMMUNES);
    expect(read).toEqual([]);
    expect(faults).toMatchObject([
      { line: 2, column: 'nom', value: '=B1', message: expect.stringContaining('formule') },
      { line: 3, column: 'autre', value: '', message: expect.stringContaining('formule') },
    ]);
  });

  it('refuses a code that Excel changed into a number or a day, and asks for the format Text', async () => {
    const columns = ALLOCATIONS.columns;
    const cells = columns.map(({ name, example }) => {
      if (name === 'numero_unique') return '<c><v>78012345678901234</v></c>';
      return name === 'numero_attribution' ? '<c s="2"><v>45352</v></c>' : textCell(example);
    });
    const { faults } = await readWorkbook(
      await workbookOf(`${header(...columns.map(({ name }) => name))}<row>${cells.join('')}</row>`),
      ALLOCATIONS,
    );
    expect(faults.map(({ column }) => column)).toEqual(['numero_attribution', 'numero_unique']);
    for (const fault of faults) expect(fault.message).toContain('format Texte');
  });

  it.each([
    ['zeros in front', '<c s="5"><v>123</v></c>'],
    ['an exponent', '<c s="6"><v>12000</v></c>'],
    ['thousands', '<c s="7"><v>1234</v></c>'],
    ['a comma', '<c><v>1.5</v></c>'],
    ['a percent sign', '<c s="3"><v>0.5</v></c>'],
    ['hours', '<c s="8"><v>0.5</v></c>'],
  ])('refuses a code that is a number, shown with %s', async (_case, cell) => {
    const styles = STYLES.replace(
      '</cellXfs>',
      '<xf numFmtId="172"/><xf numFmtId="11"/><xf numFmtId="3"/><xf numFmtId="20"/></cellXfs>',
    ).replace('</numFmts>', '<numFmt numFmtId="172" formatCode="000000"/></numFmts>');
    const rows = `${header('code_bailleur', 'nom')}<row>${textCell('L-1')}${cell}</row><row>${cell}${textCell('Un')}</row>`;
    const { faults } = await readWorkbook(await workbookOf(rows, { 'xl/styles.xml': styles }), LANDLORDS);
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [2, 'nom'],
      [3, 'code_bailleur'],
    ]);
    for (const { message } of faults) expect(message).toContain('format Texte');
  });

  it('takes the value of a formatted number, where a number is expected', async () => {
    const rows = `${header('annee', 'q1')}<row><c s="4"><v>2024</v></c><c s="4"><v>11615.5</v></c></row>`;
    const { rows: read } = await readWorkbook(await workbookOf(rows, { 'xl/styles.xml': STYLES }), THRESHOLDS);
    expect(read).toMatchObject([{ year: 2024, q1: 1_161_550 }]);
  });

  it('takes a short number as a code', async () => {
    const rows = `${header('code_insee', 'nom')}<row><c><v>78621</v></c>${textCell('Trappes')}</row>`;
    expect((await readWorkbook(await workbookOf(rows), COMMUNES)).rows).toMatchObject([{ code: '78621' }]);
  });

  it('refuses an error of Excel and cells beyond the header', async () => {
    const rows = `${header('annee', 'q1')}<row><c><v>2024</v></c><c t="e"><v>#N/A</v></c></row><row><c><v>2025</v></c><c><v>1</v></c><c><v>3</v></c></row>`;
    const { faults } = await readWorkbook(await workbookOf(rows), THRESHOLDS);
    expect(faults).toMatchObject([
      { line: 2, column: 'q1', value: '#N/A' },
      { line: 3, column: '', value: '3' },
    ]);
  });

  it('refuses an empty required cell at the end of a row', async () => {
    const rows = `${header('code_qpv', 'nom', 'code_insee', 'date_debut')}<row>${textCell('Q')}${textCell('Q')}${textCell('78621')}</row>`;
    const { faults } = await readWorkbook(await workbookOf(rows), PRIORITY_DISTRICTS);
    expect(faults).toMatchObject([
      { line: 2, column: 'date_debut', value: '', message: 'cette cellule est obligatoire' },
    ]);
  });

  it('reports a missing column once for all rows', async () => {
    const { faults } = await readWorkbook(
      await workbookOf(`${header('annee')}<row>${textCell('2022')}</row>`),
      SURVEYS,
    );
    expect(faults.every(({ line }) => line === 1)).toBe(true);
  });
});

describe('numbers of Excel', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [1e-7, '0.0000001'],
    [1.25e-9, '0.00000000125'],
    [78621, '78621'],
    [-2.5, '-2.5'],
    [78012345678901230, '78012345678901230'],
    [1e21, '1000000000000000000000'],
  ])('%d is %s', (value, expected) => expect(decimalText(value)).toBe(expected));

  it.each([
    [0.25, '25'],
    [0.285, '28.5'],
    [1, '100'],
    [0.07, '7'],
    [0.00001, '0.001'],
    [-0.5, '-50'],
  ])('%d is %s percent', (value, expected) => expect(percentText(value)).toBe(expected));

  it.each([
    [59, '1900-02-28'],
    [60, undefined],
    [61, '1900-03-01'],
    [45352, '2024-03-01'],
    [45351.999999999993, '2024-03-01'],
    [45351.99999, '2024-02-29'],
    [59.9999999999, undefined],
    [0, undefined],
    [NaN, undefined],
  ])('serial %d is %s', (serial, expected) => {
    expect(dayOfSerial(serial, false)).toBe(expected);
    if (expected && serial > 60 && Number.isInteger(serial)) expect(serialOfDay(expected)).toBe(serial);
  });

  it('gives the day that Excel shows, for any rounding error of a computation', () => {
    const noise = fc.double({ min: -0.4e-3 / 86_400, max: 0.4e-3 / 86_400, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_000_000 }), noise, (serial, by) => {
        expect(dayOfSerial(serial + by, false)).toBe(dayOfSerial(serial, false));
      }),
    );
  });

  it.each([
    ['yyyy-mm-dd', 'day'],
    ['[$-40C]d mmmm yyyy', 'day'],
    ['mmm', 'day'],
    ['h:mm', 'number'],
    ['[h]:mm', 'number'],
    ['0.00%', 'percent'],
    ['# ##0,00 "jours de mai"', 'number'],
    ['[Red]0.0', 'number'],
    ['000000', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0', 'number'],
    ['"ATT-"0', 'number'],
    ['0" €"', 'number'],
    ['0 [$€-40C]', 'number'],
    ['General', 'plain'],
    ['0', 'plain'],
    ['@', 'plain'],
    ['_-0_ ;[Red]-0', 'plain'],
  ])('the format %s is a %s', (code, expected) => expect(formatOf(170, code)).toBe(expected));
});
