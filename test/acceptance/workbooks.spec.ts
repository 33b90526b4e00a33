import { Office } from './support/office';
import { csv, lease, TERRITORY, type Row } from './support/territory';
import { formula, percent, realDay, workbook, type Cell } from './support/workbook';

let office: Office;
beforeEach(() => {
  office = new Office();
});
afterEach(() => office.close());

const LEASE = { ...lease(), ressources_annuelles: '', commune_travail: '' };
const HEADER = Object.keys(LEASE);
/** attributions.xlsx: each row is a lease in which some cells are replaced by cells of Excel. */
const leasesOf = (...rows: readonly Readonly<Record<string, Cell>>[]) => ({
  'attributions.xlsx': workbook([
    HEADER,
    ...rows.map((cells) => HEADER.map((name) => cells[name] ?? (LEASE as Row)[name]!)),
  ]),
});

it('accepts every file as a workbook, with real days, numbers, percentages and booleans', async () => {
  const { files, warnings } = await office.record({
    'communes.xlsx': workbook([
      ['nom', 'code_insee', 'deficitaire_sru'],
      ['Trappes', 78621, true],
      [null, null, null],
      ['Guyancourt', '78297', 'n'],
    ]),
    'bailleurs.xlsx': workbook([
      ['code_bailleur', 'nom'],
      [552046484, 'Un'],
      ['L-A', 'A'],
    ]),
    'reservataires.xlsx': workbook([
      ['code_reservataire', 'nom', 'contingent'],
      ['ETAT', 'État', 'etat'],
    ]),
    'qpv.xlsx': workbook([
      ['code_qpv', 'nom', 'code_insee', 'date_debut', 'date_fin'],
      ['L-Q', 'Q', 78621, realDay('2015-01-01'), '30/06/2023'],
    ]),
    'seuils.xlsx': workbook([
      ['annee', 'q1'],
      [2023, 11615.01],
    ]),
    'residences.xlsx': workbook([
      ['code_residence', 'nom', 'code_insee', 'code_bailleur', 'code_qpv', 'logements', 'latitude'],
      ['R2', 'Deux', 78297, 552046484, null, '1 030', 48.7775],
    ]),
    'proprietes.xlsx': workbook([
      ['code_residence', 'date_debut', 'code_bailleur'],
      ['R2', realDay('2023-03-15'), 'L-A'],
    ]),
    'logements.xlsx': workbook([
      ['reference_logement', 'code_residence', 'surface', 'loyer'],
      [77, 'R2', 62.5, '412,30 €'],
    ]),
    'ops.xlsx': workbook([
      'code_residence annee logements taux_reponse part_moins_40_plus taux_activite part_familles_nombreuses part_monoparentales part_mineurs'.split(
        ' ',
      ),
      ['R2', 2022, 100, percent(0.5), 43, percent(0.639), 18, '24 %', 33],
    ]),
    'notes.xlsx': workbook([
      ['code_residence', 'date_effet', 'note_statistique'],
      ['R2', realDay('2024-01-01'), 3],
    ]),
    ...leasesOf({
      date_bail: realDay('2023-03-15'),
      personnes_14_ans_et_plus: 1,
      ressources_annuelles: 11615.01,
      commune_travail: 78621,
    }),
  });
  expect(warnings).toEqual([]);
  expect(files.map(({ rows }) => rows)).toEqual([2, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(await office.shares({ scope: 'bailleur' }, 'L-A')).toMatchObject({ Q1_FRAGILITY_HIGH_OUTSIDE_QPV: '1/1' });
});

it('has the same meaning as the CSV of the same rows', async () => {
  await office.record({
    ...TERRITORY,
    ...leasesOf({ date_bail: realDay('2023-03-15'), ressources_annuelles: 18450.5 }),
  });
  const again = await office.record({ 'attributions.csv': csv(lease({ ressources_annuelles: '18 450,50 €' })) });
  expect(again.files).toMatchObject([{ events: 0, unchanged: 1 }]);
});

describe('a fault, in a workbook', () => {
  beforeEach(async () => void (await office.record(TERRITORY)));

  it.each<[string, Readonly<Record<string, Cell>>, string, string]>([
    ['a formula', { ressources_annuelles: formula('A1*2', '12') }, 'ressources_annuelles', 'formule'],
    [
      'a code of 16 digits that is a number',
      { numero_attribution: 1234567890123456 },
      'numero_attribution',
      'format Texte',
    ],
    ['a numéro unique that is a number', { numero_unique: 780000000000000000 }, 'numero_unique', 'format Texte'],
    ['a code that Excel shows with an exponent', { numero_unique: '7,8E+16' }, 'numero_unique', 'format Texte'],
    [
      'a code that Excel turned into a day',
      { numero_attribution: realDay('2023-01-01') },
      'numero_attribution',
      'format Texte',
    ],
    ['a number where a day is expected', { date_bail: 12.5 }, 'date_bail', 'date'],
  ])('%s', async (_case, cells, column, sentence) => {
    const { faults } = await office.send(leasesOf({}, { numero_attribution: 'A2', ...cells }));
    expect(faults).toMatchObject([{ file: 'attributions.xlsx', line: 3, column }]);
    expect(faults[0]!.message).toContain(sentence);
  });

  it('both formats of the same file, and a file that is not a workbook', async () => {
    const { faults } = await office.send({
      ...leasesOf({}),
      'attributions.csv': csv(lease()),
      'communes.xlsx': 'code_insee;nom\n78621;Trappes\n',
    });
    expect(faults.map(({ file, line }) => [file, line])).toEqual([
      ['attributions.xlsx', 0],
      ['communes.xlsx', 0],
    ]);
  });

  it('never in the second sheet, which is not read', async () => {
    const bytes = workbook(
      [
        ['code_insee', 'nom'],
        ['78621', 'Trappes'],
      ],
      [['x'], [formula('1', '1')]],
    );
    expect((await office.send({ 'communes.xlsx': bytes })).faults).toEqual([]);
  });
});

describe('a mapping', () => {
  const mapping = {
    files: {
      'attributions.csv': {
        file: 'baux.csv',
        columns: Object.fromEntries(HEADER.map((name) => [name.toUpperCase(), name])),
        dates: { date_bail: 'JJ.MM.AAAA' },
        values: { dalo: { oui: 'O', non: 'N' }, type_demande: { 'Première demande': 'premier_acces' } },
      },
    },
  };
  const theirs = (...dalo: readonly string[]) => {
    const rows = dalo.map((found, index) =>
      lease({
        numero_attribution: `A${index}`,
        dalo: found,
        date_bail: '15.03.2023',
        type_demande: 'Première demande',
      }),
    );
    const [header, ...lines] = csv(...rows).split('\n');
    return { 'baux.csv': [header!.toUpperCase(), ...lines].join('\n') };
  };
  beforeEach(async () => void (await office.record(TERRITORY)));

  it('translates an office’s own headers, values and days', async () => {
    const report = await office.send(theirs('oui', 'non'), { mapping });
    expect(report).toMatchObject({ files: [{ rows: 2, events: 2 }], faults: [], unmapped: [] });
    expect(await office.shares()).toMatchObject({ PRIORITY: '1/2' });
  });

  it('lists the values that it does not map, with their counts', async () => {
    const { faults, unmapped } = await office.send(theirs('oui', 'peut-être', 'peut-être'), { mapping });
    expect(unmapped).toEqual([{ file: 'baux.csv', column: 'dalo', value: 'peut-être', count: 2 }]);
    expect(faults.map(({ file, line }) => [file, line])).toEqual([
      ['baux.csv', 3],
      ['baux.csv', 4],
    ]);
  });
});
