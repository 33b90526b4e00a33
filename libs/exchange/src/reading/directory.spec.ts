import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FILES } from '../files';
import { template } from '../template';
import { readDirectory } from './directory';
import { Findings } from './fault';
import { inFolder, textCell, workbookOf } from './testing/tables';

async function readFolder(folder: string, mapping?: string) {
  const findings = new Findings();
  return { ...(await readDirectory(folder, { mapping }, findings)), findings };
}

describe('a directory', () => {
  it('reads its files in the order of their references, and reports other files', async () => {
    await inFolder(async (folder) => {
      await writeFile(
        join(folder, 'Residences.CSV'),
        'code_residence;nom;code_insee;code_bailleur;logements\nR1;R;78621;L-1;x\nR2;R;78621;L-1;3\n',
      );
      await writeFile(join(folder, 'communes.csv'), 'code_insee;nom\n78621;Trappes\n');
      for (const name of ['convention.json', 'notes de réunion.docx', '.cache', '~$communes.xlsx'])
        await writeFile(join(folder, name), '');
      const { rows, faulty, names, findings, unmapped } = await readFolder(folder);
      expect([...rows.keys()]).toEqual(['communes.csv', 'residences.csv']);
      expect(rows.get('residences.csv')).toMatchObject([{ line: 3, row: { code: 'R2' } }]);
      expect(faulty.get('residences.csv')).toMatchObject([{ line: 2, row: { code: 'R1', landlord: 'L-1' } }]);
      expect(names.get('residences.csv')).toBe('Residences.CSV');
      expect(findings.faults).toMatchObject([{ file: 'Residences.CSV', line: 2, column: 'logements', value: 'x' }]);
      expect(findings.warnings.map(({ file, message }) => [file, message])).toEqual([
        ['notes de réunion.docx', 'fichier inconnu, ignoré'],
      ]);
      expect(unmapped).toBeUndefined();
    });
  });

  it('refuses both forms of one file', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'communes.csv'), 'code_insee;nom\n');
      await writeFile(join(folder, 'communes.xlsx'), await workbookOf(`<row>${textCell('code_insee')}</row>`));
      const { rows, findings } = await readFolder(folder);
      expect(rows.size).toBe(0);
      expect(findings.faults).toMatchObject([
        { message: 'communes.csv et communes.xlsx sont présents tous deux : gardez-en un seul' },
      ]);
    });
  });

  it('is refused where it does not exist, where it is a file, or where one of its files is a directory', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'fichier'), '');
      await mkdir(join(folder, 'communes.csv'));
      expect((await readFolder(join(folder, 'absent'))).findings.faults).toMatchObject([
        { line: 0, message: 'ce dossier n’existe pas' },
      ]);
      expect((await readFolder(join(folder, 'fichier'))).findings.faults).toMatchObject([
        { message: 'un dossier de fichiers est attendu' },
      ]);
      expect((await readFolder(folder)).findings.faults).toMatchObject([
        { file: 'communes.csv', message: 'un fichier est attendu' },
      ]);
    });
  });

  it('refuses a file that cannot be read', async () => {
    await inFolder(async (folder) => {
      await symlink(join(folder, 'ailleurs'), join(folder, 'communes.csv'));
      expect((await readFolder(folder)).findings.faults).toMatchObject([
        { message: expect.stringContaining('ne peut pas être lu') },
      ]);
    });
  });
});

describe('the template', () => {
  it('can be imported as it is, with every reference resolved', async () => {
    await inFolder(async (folder) => {
      const paths = await template(join(folder, 'nouveau'));
      const { rows, findings } = await readFolder(join(folder, 'nouveau'));
      expect(findings.faults).toEqual([]);
      expect(findings.warnings).toEqual([]);
      expect(paths).toHaveLength(23);
      const examples = new Map(FILES.map(({ file, examples: given }) => [file, given?.length ?? 1]));
      expect(new Map([...rows].map(([file, records]) => [file, records.length]))).toEqual(examples);
      for (const spec of FILES)
        for (const { field, to } of spec.references) {
          const own = (rows.get(spec.file)![0]!.row as Record<string, unknown>)[field];
          expect([own].flat()).toEqual([(rows.get(to)![0]!.row as { code: string }).code]);
        }
    });
  });

  it('never replaces a file: where one exists, it writes nothing', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'notes.csv'), 'à moi');
      await expect(template(folder)).rejects.toMatchObject({ code: 'template-file-exists' });
      expect((await readFolder(folder)).rows.size).toBe(1);
    });
  });
});

describe('a mapping', () => {
  const mapping = {
    files: {
      'qpv.csv': {
        file: 'quartiers.csv',
        columns: { Quartier: 'nom', 'Code QPV': 'code_qpv', Début: 'date_debut', Fin: 'date_fin' },
        dates: 'MM/JJ/AAAA',
        constants: { code_insee: '78621' },
      },
      'communes.csv': { values: { deficitaire_sru: { Oui: 'O', Non: 'N' } } },
    },
  };

  it('translates the headers, values, days and file names of an office, and counts values without a translation', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'correspondance.json');
      const data = join(folder, 'data');
      await mkdir(data);
      await writeFile(path, JSON.stringify(mapping));
      await writeFile(
        join(data, 'quartiers.csv'),
        'Code QPV;Quartier;Début;Fin\nQ1;Un;02/03/2024;\nQ2;Deux;2024-02-03;\n',
      );
      await writeFile(
        join(data, 'communes.csv'),
        'code_insee;nom;deficitaire_sru\n78621;Trappes;Oui\n78208;Élancourt;o\n78688;Voisins;peut-être\n78490;Plaisir;peut-être\n',
      );
      const { rows, findings, unmapped } = await readFolder(data, path);
      expect(rows.get('qpv.csv')?.map(({ row }) => row)).toEqual([
        { code: 'Q1', name: 'Un', commune: '78621', firstDay: '2024-02-03', lastDay: null },
      ]);
      expect(rows.get('communes.csv')).toMatchObject([{ row: { sruDeficit: true } }, { row: { sruDeficit: true } }]);
      expect(findings.faults.map(({ file, line, column }) => [file, line, column])).toEqual([
        ['communes.csv', 4, 'deficitaire_sru'],
        ['communes.csv', 5, 'deficitaire_sru'],
        ['quartiers.csv', 3, 'date_debut'],
      ]);
      expect(findings.faults[2]?.message).toBe('une date de la forme MM/JJ/AAAA est attendue');
      expect(unmapped).toEqual([{ file: 'communes.csv', column: 'deficitaire_sru', value: 'peut-être', count: 2 }]);
    });
  });

  it.each([
    ['{', '', 'JSON'],
    ['[]', '', 'objet'],
    ['{"fichiers":{}}', 'fichiers', 'membres'],
    ['{"files":{"baux.csv":{}}}', 'files.baux.csv', 'noms'],
    ['{"files":{"qpv.csv":{"columns":{"A":"b"}}}}', 'files.qpv.csv.columns.A', 'colonne de qpv.csv'],
    ['{"files":{"qpv.csv":{"columns":{"A":"nom","B":"nom"}}}}', 'files.qpv.csv.columns.B', 'deux en-têtes'],
    ['{"files":{"qpv.csv":{"columns":{"A":1}}}}', 'files.qpv.csv.columns.A', 'texte'],
    ['{"files":{"qpv.csv":{"dates":"JJ.MM"}}}', 'files.qpv.csv.dates', 'JJ.MM.AAAA'],
    ['{"files":{"qpv.csv":{"dates":{"nom":"JJ.MM.AAAA"}}}}', 'files.qpv.csv.dates.nom', 'dates'],
    ['{"files":{"qpv.csv":{"constants":{"code_insee":"Trappes"}}}}', 'files.qpv.csv.constants.code_insee', '78621'],
    ['{"files":{"qpv.csv":{"file":"../a.csv"}}}', 'files.qpv.csv.file', 'sans dossier'],
    ['{"files":{"qpv.csv":{"values":{"x":{}}}}}', 'files.qpv.csv.values.x', 'colonne de qpv.csv'],
  ])('refuses %s', async (text, column, sentence) => {
    await inFolder(async (folder) => {
      const path = join(folder, 'correspondance.json');
      await writeFile(path, text);
      await mkdir(join(folder, 'data'));
      const { findings } = await readFolder(join(folder, 'data'), path);
      expect(findings.faults).toMatchObject([
        { file: 'correspondance.json', line: 0, column, message: expect.stringContaining(sentence) },
      ]);
    });
  });

  it('refuses a mapping file that does not exist', async () => {
    await inFolder(async (folder) => {
      expect((await readFolder(folder, join(folder, 'absent.json'))).findings.faults).toHaveLength(1);
    });
  });
});
