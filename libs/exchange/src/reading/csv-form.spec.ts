import * as fc from 'fast-check';
import { ALLOCATIONS, COMMUNES, LANDLORDS, RESIDENCES } from '../files';
import { code, text, yesNo } from '#cells';
import { defineFile, optional, required } from './spec';
import { csvOf, readTable } from './testing/tables';

const TABLE = 'code_insee;nom;deficitaire_sru\n78621;Trappes;O\n78208;Élancourt;\n';
const ROWS = [
  { code: '78621', name: 'Trappes', sruDeficit: true, ceilingZone: null },
  { code: '78208', name: 'Élancourt', sruDeficit: null, ceilingZone: null },
];
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

const SAMPLE = defineFile({
  file: 'essai.csv',
  key: ['code'],
  columns: { code: required('code', code, ''), name: required('nom', text, ''), yes: optional('oui', yesNo, '') },
});

describe('what programs add to a CSV file is passed over:', () => {
  it.each<[string, string | Buffer]>([
    ['the sep= line of Excel', `sep=;\r\n${TABLE}`],
    ['that line after a byte order mark', `\ufeffsep=;\n${TABLE}`],
    ['that line in quotes', `"sep=;"\n\n${TABLE}`],
    ['two byte order marks', `\ufeff\ufeff${TABLE}`],
    ['the end mark of DOS', `${TABLE}\u001a`],
    ['many end marks of DOS, on a line of their own', `${TABLE}\r\n${'\u001a'.repeat(200)}`],
    ['an additional carriage return', TABLE.replaceAll('\n', '\r\r\n')],
    ['missing empty cells', TABLE.replace('Élancourt;', 'Élancourt')],
    ['additional empty cells', TABLE.replaceAll('\n', ';;;;\n')],
    ['additional empty cells in rows only', TABLE.replace('O\n', 'O;;;\n')],
    ['empty rows at the end', `${TABLE}${';;\n'.repeat(50)}`],
    ['every cell in quotes', TABLE.replace(/[^;\n]+/g, '"$&"')],
    ['NULL for an unknown value', TABLE.replace('Élancourt;', 'Élancourt;NULL')],
    ['\\N for an unknown value', TABLE.replace('Élancourt;', 'Élancourt;\\N')],
    ['a text protected from becoming a number', TABLE.replace('78621', '"=""78621"""')],
    ['an apostrophe before a number', TABLE.replace('78621', "'78621")],
  ])('%s', async (_case, content) => {
    for (const chunk of [3, 10_000])
      expect(await readTable(csvOf(content, chunk), COMMUNES)).toMatchObject({ rows: ROWS, faults: [], warnings: [] });
  });

  it('a repeated header, with a warning', async () => {
    const { rows, faults, warnings } = await readTable(
      csvOf(`${TABLE}code_insee ; nom;deficitaire_sru\n78688;Voisins;\n`),
      COMMUNES,
    );
    expect([rows.length, faults]).toEqual([3, []]);
    expect(warnings).toMatchObject([{ line: 4, message: 'en-tête répété : la ligne est passée' }]);
  });

  it('cells under columns without a name, with one warning', async () => {
    const { rows, faults, warnings } = await readTable(
      csvOf(TABLE.replaceAll('\n', ';;x\n').replace(';;x', ';;')),
      COMMUNES,
    );
    expect([rows, faults]).toEqual([ROWS, []]);
    expect(warnings).toMatchObject([{ message: 'colonne 5 sans nom, ignorée' }]);
  });

  it('any combination of these', async () => {
    const end = fc.constantFrom('\n', '\r\n', '\r\r\n');
    const habits = fc.record({
      marks: fc.nat(2),
      hint: fc.constantFrom('', 'sep=;', '"sep=;"', 'SEP=;'),
      end,
      blanks: fc.nat(3),
      trailing: fc.nat(4),
      cut: fc.boolean(),
      quoted: fc.boolean(),
      nothing: fc.constantFrom('', 'NULL', '\\N', ' '),
      ends: fc.nat(3),
    });
    const names = fc.array(fc.constantFrom('Le Clos', 'Été', 'L’Île ; nord', 'dit "le bourg"'), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(habits, names, fc.integer({ min: 1, max: 60 }), async (how, given, chunk) => {
        const cell = (found: string) => (how.quoted || /[";]/.test(found) ? `"${found.replaceAll('"', '""')}"` : found);
        const line = (cells: readonly string[]) =>
          cells.map(cell).join(';') + (how.cut ? '' : ';'.repeat(how.trailing));
        const lines = given.map((name, index) => [`C${index}`, name, ...(how.cut ? [] : [how.nothing])]);
        const records = [
          how.hint,
          ...Array<string>(how.blanks).fill(';;'),
          line(['code', 'nom', 'oui']),
          ...lines.map(line),
        ].join(how.end);
        const content =
          '\ufeff'.repeat(how.marks) + records.replace(/^[\r\n]+/, '') + how.end + '\u001a'.repeat(how.ends);
        const { rows, faults } = await readTable(csvOf(content, chunk), SAMPLE);
        expect(faults).toEqual([]);
        expect(rows.map(({ name }) => name)).toEqual(given);
      }),
    );
  });
});

describe('a file that is no CSV with semicolons is one fault that says what to do:', () => {
  const commas = TABLE.replaceAll(';', ',');
  it.each<[string, string | Buffer, string]>([
    ['commas', commas, 'des virgules : enregistrez en « CSV UTF-8 », avec des points-virgules'],
    ['commas, every cell in quotes', commas.replace(/[^,\n]+/g, '"$&"'), 'des virgules'],
    ['tabulations', TABLE.replaceAll(';', '\t'), 'des tabulations'],
    ['bars', TABLE.replaceAll(';', '|'), 'des barres verticales'],
    ['a sep= line with another separator', `sep=,\n${commas}`, 'des virgules'],
    ['UTF-16', utf16(`\ufeff${TABLE}`), 'UTF-16'],
    ['UTF-16 without its mark', utf16(TABLE), 'UTF-16'],
    ['a null byte', TABLE.replace('Trappes', 'Trap\0pes'), 'octet nul'],
    ['line ends of an old Mac', TABLE.replaceAll('\n', '\r'), 'fins de ligne'],
    ['a large file of an old Mac', `${TABLE}${'78208;x;O\n'.repeat(200_000)}`.replaceAll('\n', '\r'), 'fins de ligne'],
    ['a workbook', Buffer.from('PK\u0003\u0004\0\0', 'latin1'), 'enregistrez en XLSX'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'enregistrez en XLSX'],
    ['an HTML page', '<html><body><table><tr><td>code_insee</td></tr></table>', 'une page (HTML ou XML)'],
    ['a PDF', '%PDF-1.4\n%âãÏÓ\n', 'un PDF'],
    ['a text protected from becoming a number, without quotes around it', `${TABLE}="78688";Voisins;\n`, 'guillemet'],
  ])('%s', async (_case, content, sentence) => {
    for (const chunk of [5, 100_000]) {
      const { faults, warnings, rows } = await readTable(
        csvOf(content, content.length > 1000 ? 100_000 : chunk),
        COMMUNES,
      );
      expect(faults).toMatchObject([{ message: expect.stringContaining(sentence) }]);
      expect(warnings).toEqual([]);
      expect(rows.length).toBeLessThan(3);
    }
  });

  it('for any number of columns and rows', async () => {
    const names = ALLOCATIONS.columns.map(({ name }) => name);
    const row = ALLOCATIONS.columns.map(({ example }) => example.replace(',', '.'));
    const { faults } = await readTable(
      csvOf(`${names.join(',')}\n${`${row.join(',')}\n`.repeat(100)}`, 1000),
      ALLOCATIONS,
    );
    expect(faults).toHaveLength(1);
  });

  it('a row without its required cells is one fault, not one for each cell', async () => {
    const { faults } = await readTable(
      csvOf(`${RESIDENCES.columns.map(({ name }) => name).join(';')}\nR1\n`),
      RESIDENCES,
    );
    expect(faults).toMatchObject([{ line: 2, column: '', value: '1' }]);
  });

  it('an error of a spreadsheet is a fault in a column of free text', async () => {
    const { faults } = await readTable(csvOf('code_bailleur;nom\nL-1;#N/A\nL-2;#REF!\n#VALEUR!;Trois\n'), LANDLORDS);
    expect(faults.map(({ line, message }) => [line, message])).toEqual(
      [2, 3, 4].map((line) => [line, 'Excel signale une erreur dans cette cellule']),
    );
  });
});
