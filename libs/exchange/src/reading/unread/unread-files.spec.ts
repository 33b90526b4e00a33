import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { FILES } from '../../files';
import { readDirectory } from '../directory';
import { Findings } from '../fault';
import { inFolder, textCell, workbookOf } from '../testing/tables';
import { isLike, parseFileName } from './file-name';

const COMMUNES = 'code_insee;nom\n78621;Trappes\n';
const header = (file: string) => FILES.find((spec) => spec.file === file)!.columns.map(({ name }) => name);

type Contents = Readonly<Record<string, string | Buffer>>;

/** Reads a directory of those files, and gives `name: message` for each fault and each warning. */
async function reading(files: Contents, mapping?: object) {
  return inFolder(async (folder) => {
    const directory = join(folder, 'data');
    await mkdir(directory);
    for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
    const path = mapping && join(folder, 'correspondance.json');
    if (path) await writeFile(path, JSON.stringify(mapping));
    const findings = new Findings();
    const { rows, unread } = await readDirectory(directory, { mapping: path }, findings);
    const sentences = (found: Findings['faults']) => found.map(({ file, message }) => `${file}: ${message}`);
    return {
      read: [...rows.keys()],
      unread: [...unread],
      faults: sentences(findings.faults),
      warnings: sentences(findings.warnings),
    };
  });
}

describe('a table of ours that is not read is a fault', () => {
  it.each([
    ['attributions.ods', 'un classeur .ods n’est pas lu : enregistrez en XLSX, sous le nom attributions.xlsx'],
    ['communes.xls', 'un classeur .xls n’est pas lu : enregistrez en XLSX, sous le nom communes.xlsx'],
    ['Réservataires 2024.XLS', 'un classeur .xls n’est pas lu : enregistrez en XLSX, sous le nom reservataires.xlsx'],
    ['residences.numbers', 'un classeur .numbers n’est pas lu : enregistrez en XLSX, sous le nom residences.xlsx'],
    ['logements.zip', 'une archive .zip n’est pas lue : décompressez-la, et gardez logements.csv ou logements.xlsx'],
    ['attributions (1).csv', 'renommez-le en attributions.csv, ou retirez-le'],
    ['attributions - Copie.xlsx', 'renommez-le en attributions.xlsx, ou retirez-le'],
    ['Attributions_2024-S1_v2.csv', 'renommez-le en attributions.csv, ou retirez-le'],
    ['attribution.csv', 'renommez-le en attributions.csv, ou retirez-le'],
    ['résidances.csv', 'renommez-le en residences.csv, ou retirez-le'],
    ['seuils.csv.csv', 'renommez-le en seuils.csv, ou retirez-le'],
    [
      'notes.json',
      'un fichier .json n’est pas lu : enregistrez le tableau en CSV ou en XLSX, sous le nom notes.csv ou notes.xlsx',
    ],
    [
      'ops.pdf',
      'un fichier .pdf n’est pas lu : enregistrez le tableau en CSV ou en XLSX, sous le nom ops.csv ou ops.xlsx',
    ],
    ['convention (1).json', 'renommez-le en convention.json, ou retirez-le'],
    ['convention.json.txt', 'renommez-le en convention.json, ou retirez-le'],
  ])('by its name: %s', async (name, message) => {
    expect(await reading({ [name]: 'x' })).toMatchObject({ faults: [`${name}: ${message}`], warnings: [] });
  });

  it.each([
    [
      'communes.txt',
      'un fichier .txt n’est pas lu : enregistrez-le en CSV à points-virgules, sous le nom communes.csv',
    ],
    [
      'communes.tsv',
      'un fichier .tsv n’est pas lu : enregistrez-le en CSV à points-virgules, sous le nom communes.csv',
    ],
    ['communes.csv.txt', 'renommez-le en communes.csv, ou retirez-le'],
    ['communes', 'un nom en .csv ou .xlsx est attendu : renommez-le en communes.csv, ou retirez-le'],
  ])('by its name, where its content is a table: %s', async (name, message) => {
    const table = await reading({ [name]: COMMUNES.replaceAll(';', '\t') });
    expect(table).toMatchObject({ faults: [`${name}: ${message}`], unread: ['communes.csv'] });
  });

  it.each([
    ['with semicolons', 'baux.csv', header('attributions.csv').join(';')],
    [
      'with commas and quotes',
      'baux.csv',
      `\ufeff${header('attributions.csv')
        .map((name) => `"${name}"`)
        .join(',')}`,
    ],
    ['after the sep= line of Excel', 'export.txt', `sep=;\r\n${header('attributions.csv').join(';')}`],
    ['in UTF-16', 'baux.csv', Buffer.from(`\ufeff${header('attributions.csv').join('\t')}\r\n`, 'utf16le')],
  ])('by its header, %s', async (_case, name, content) => {
    const { faults, unread } = await reading({ [name]: content });
    expect(faults).toEqual([
      `${name}: ce tableau a l’en-tête de attributions.csv : renommez-le en attributions.csv, donnez son nom dans une correspondance, ou retirez-le`,
    ]);
    expect(unread).toEqual(['attributions.csv']);
  });

  it('by the header of its workbook', async () => {
    const bytes = await workbookOf(`<row>${header('communes.csv').map(textCell).join('')}</row>`);
    const { faults } = await reading({ 'territoire.xlsx': bytes });
    expect(faults).toEqual([expect.stringContaining('renommez-le en communes.xlsx')]);
  });

  it('by the names of an office, where a mapping gives them', async () => {
    const mapping = {
      files: { 'communes.csv': { file: 'villes.csv', columns: { Code: 'code_insee', Ville: 'nom' } } },
    };
    const { faults } = await reading(
      {
        'villes.xls': 'x',
        'villes (2).csv': 'x',
        'liste.csv': 'Code;Ville\n78621;Trappes\n',
        'communes.csv': COMMUNES,
      },
      mapping,
    );
    expect(faults).toEqual([
      'communes.csv: la correspondance fait lire villes.csv à sa place : retirez l’un des deux',
      expect.stringContaining('liste.csv: ce tableau a l’en-tête de communes.csv'),
      'villes (2).csv: renommez-le en villes.csv, ou retirez-le',
      'villes.xls: un classeur .xls n’est pas lu : enregistrez en XLSX, sous le nom villes.xlsx',
    ]);
  });
});

describe('a file that is none of ours is ignored, with a warning', () => {
  it.each([
    ['lisezmoi.txt', 'x', 'fichier inconnu, ignoré'],
    ['notes.txt', 'Bonjour, voici les notes de la réunion ; à relire.', 'fichier inconnu, ignoré'],
    ['notes de réunion.docx', 'x', 'fichier inconnu, ignoré'],
    ['population.csv', 'code_insee;habitants;annee;source\n78621;32000;2021;INSEE\n', 'fichier inconnu, ignoré'],
    ['casse.xlsx', 'x', 'fichier inconnu, ignoré'],
    ['vide.csv', '', 'fichier inconnu, ignoré'],
    [
      'budget.ods',
      'x',
      'fichier inconnu, ignoré ; un classeur .ods n’est pas lu : si c’est l’un de vos tableaux, enregistrez en XLSX sous son nom',
    ],
  ])('%s', async (name, content, message) => {
    expect(await reading({ [name]: content })).toMatchObject({ faults: [], warnings: [`${name}: ${message}`] });
  });

  it('a copy, or a PDF, of a table that is read', async () => {
    const { read, faults, warnings } = await reading({
      'communes.csv': COMMUNES,
      'communes.pdf': 'x',
      'communes.csv.bak': 'x',
    });
    expect([read, faults]).toEqual([['communes.csv'], []]);
    expect(warnings).toHaveLength(2);
  });

  it('a folder, with the tables that are in it', async () => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, '2023'));
      await writeFile(join(folder, '2023', 'communes.csv'), COMMUNES);
      const findings = new Findings();
      await readDirectory(folder, {}, findings);
      expect(findings.warnings).toMatchObject([
        { file: '2023', message: 'dossier ignoré, avec communes.csv : importez-le à part, ou déplacez ses fichiers' },
      ]);
    });
  });
});

describe('the comparison of names', () => {
  const bases = FILES.map(({ file }) => parseFileName(file).base);
  const aside = fc.constantFrom(' (1)', ' - Copie', '_2024', ' 2024-S2', ' v3', ' final', '-12', ' Janvier');

  it('finds copies, versions and dates of each of our files, and never another of our files', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bases), fc.array(aside, { maxLength: 3 }), (base, marks) => {
        const name = base.toUpperCase() + marks.join('');
        expect(bases.filter((other) => isLike(parseFileName(`${name}.csv`).base, other))).toEqual([base]);
      }),
    );
  });
});
