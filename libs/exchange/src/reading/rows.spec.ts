import { COMMUNES, FILES, RESIDENCES } from '../files';
import { csvOf, readTable, readWorkbook, textCell, zipped } from './testing/tables';
import { workbookParts } from '#tables/testing';

const HEADER = RESIDENCES.columns.map(({ name }) => name).join(';');
const residence = (code: string, name: string) => `${code};${name};78621;L-A;;100;;;;;`;

describe('rows inside a header', () => {
  it.each([
    ['ends of line of an old Mac', `${HEADER}\r${residence('R1', 'Une')}\r${residence('R2', 'Deux')}\r`],
    ['the end of the header alone', `${HEADER}\r${residence('R1', 'Une')}\n${residence('R2', 'Deux')}\n`],
    ['ends of line of a mainframe', `${HEADER}\u0085${residence('R1', 'Une')}\u0085`],
    [
      'a quote that is not closed',
      `${HEADER.replace(';nom;', ';"nom;')}\n${residence('R1', 'Une')}\n${residence('R2', 'Deux";')}\n`,
    ],
  ])('are one fault, because of %s', async (_case, text) => {
    const { all, faults, warnings } = await readTable(csvOf(text, 50), RESIDENCES);
    expect([all, warnings]).toEqual([[], []]);
    expect(faults).toMatchObject([{ line: 1, message: expect.stringMatching(/fins? de ligne/) }]);
  });

  it('are not seen in the name of a column on two lines', async () => {
    const { warnings, rows } = await readTable(
      csvOf('code_insee;nom;"date de\nsignature"\n78621;Trappes;x\n'),
      COMMUNES,
    );
    expect(rows).toHaveLength(1);
    expect(warnings).toMatchObject([{ column: 'date de signature' }]);
  });
});

describe('rows inside a cell', () => {
  it('are a fault about the quote', async () => {
    const text = `${HEADER}\n${residence('R1', '"Le Clos')}\n${residence('R2', 'Deux')}\n${residence('R3', 'Trois"')}\n${residence('R4', 'Quatre')}\n`;
    const { rows, faults } = await readTable(csvOf(text), RESIDENCES);
    expect(rows).toMatchObject([{ code: 'R4' }]);
    expect(faults).toMatchObject([
      { line: 2, column: 'nom', message: 'un guillemet (") a avalé 2 lignes : fermez-le, ou retirez-le' },
    ]);
  });

  it('are not seen in a text of several lines', async () => {
    const text = `${HEADER}\n${residence('R1', '"Le Clos ;\nancien ; nouveau"')}\n`;
    expect(await readTable(csvOf(text), RESIDENCES)).toMatchObject({
      rows: [{ name: 'Le Clos ;\nancien ; nouveau' }],
      faults: [],
    });
  });
});

describe('a header in one cell', () => {
  it.each([
    ['quotes around whole lines', (line: string) => `"${line}"`],
    ['quotes around whole lines, and doubled within', (line: string) => `"${line.replaceAll(';', '"";""')}"`],
  ])('is one fault, because of %s', async (_case, written) => {
    const text = [HEADER, residence('R1', 'Une'), residence('R2', 'Deux')].map(written).join('\n');
    const { all, faults, warnings } = await readTable(csvOf(text, 50), RESIDENCES);
    expect([all, warnings]).toEqual([[], []]);
    expect(faults).toMatchObject([{ line: 1, message: expect.stringContaining('une seule cellule') }]);
  });
});

describe('the header of another table', () => {
  const read = (text: string) => readTable(csvOf(text, 50), RESIDENCES, { specs: FILES });

  it.each(FILES.filter(({ file }) => file !== RESIDENCES.file).map((spec) => [spec.file, spec]))(
    'is one fault that says whose it is: %s',
    async (file, { columns }) => {
      const { faults, warnings } = await read(`${columns.map(({ name }) => name).join(';')}\n`);
      expect(warnings).toEqual([]);
      const message = `ce tableau a l’en-tête de ${file}, sous le nom de residences.csv : a-t-il reçu le nom d’un autre ?`;
      expect(faults).toMatchObject([{ line: 1, message }]);
    },
  );

  it('is not seen in our own header, where a column is missing and a smaller table has all of its own', async () => {
    const { faults } = await read(`${HEADER.replace(';logements', '')}\n`);
    expect(faults).toMatchObject([{ column: 'logements' }]);
  });
});

describe('a header in another place', () => {
  it('is one fault that gives its line, where titles are above it', async () => {
    const text = `Liste des résidences;;\n\nÉdité le 03/01/2024;;\n${HEADER}\n${residence('R1', 'Une')}\n`;
    const { faults } = await readTable(csvOf(text, 1000), RESIDENCES);
    expect(faults).toMatchObject([
      { line: 1, message: 'l’en-tête est à la ligne 4 du fichier : retirez ce qui est au-dessus' },
    ]);
  });

  const row = (...cells: readonly string[]) => `<row>${cells.map(textCell).join('')}</row>`;
  const table = row('code_insee', 'nom') + row('78621', 'Trappes');

  async function workbookOfSheets(sheets: Readonly<Record<string, string>>, hidden: readonly string[] = []) {
    const parts = new Map(workbookParts(Object.keys(sheets)).map(({ name, content }) => [name, content]));
    Object.values(sheets).forEach((rows, index) =>
      parts.set(`xl/worksheets/sheet${index + 1}.xml`, [`<worksheet><sheetData>${rows}</sheetData></worksheet>`]),
    );
    const main = [...(parts.get('xl/workbook.xml') as readonly string[])].join('');
    const marked = hidden.reduce((text, name) => text.replace(`name="${name}"`, `name="${name}" state="hidden"`), main);
    parts.set('xl/workbook.xml', [marked]);
    return zipped([...parts].map(([name, content]) => ({ name, content })));
  }

  it('is one fault that gives its sheet', async () => {
    for (const first of [row('Lisez-moi'), '']) {
      const { faults, rows } = await readWorkbook(await workbookOfSheets({ Page: first, Données: table }), COMMUNES);
      expect(rows).toEqual([]);
      expect(faults).toMatchObject([
        {
          line: expect.any(Number),
          message: 'la feuille « Données » a l’en-tête attendu, mais seule la première est lue : mettez-la en premier',
        },
      ]);
    }
  });

  it('is a fault on a second sheet of the same table; a sheet of another table is a warning', async () => {
    const bytes = await workbookOfSheets({ 2023: table, 2024: table, Aide: row('x'), Vide: '' });
    const { faults, warnings, rows } = await readWorkbook(bytes, COMMUNES);
    expect(rows).toHaveLength(1);
    expect(faults).toMatchObject([{ line: 0, message: expect.stringContaining('feuille « 2024 » a le même en-tête') }]);
    expect(warnings).toMatchObject([
      { message: 'feuille « Aide » ignorée : seule la première feuille d’un classeur est lue' },
    ]);
  });

  it('is read on the first visible sheet', async () => {
    const bytes = await workbookOfSheets({ Listes: row('x'), Données: table }, ['Listes']);
    expect(await readWorkbook(bytes, COMMUNES)).toMatchObject({ faults: [], warnings: [], rows: [{ code: '78621' }] });
  });
});
