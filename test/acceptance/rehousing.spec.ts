import { Office, type Files } from './support/office';
import { csv, TERRITORY, type Row } from './support/territory';
import { formula, percent, realDay, workbook } from './support/workbook';

let office: Office;
beforeEach(async () => {
  office = new Office();
  await office.record(TERRITORY);
});
afterEach(() => office.close());

const operation = (cells: Row = {}): Row => ({
  code_operation: 'NPNRU-1',
  nom: 'Merisiers',
  code_qpv: 'L-OLD',
  code_bailleur: 'L-A',
  menages_a_reloger: '40',
  date_debut: '2019-01-01',
  ...cells,
});
const rehousing = (n: number, cells: Row = {}): Row => ({
  numero_relogement: `REL-${n}`,
  code_operation: 'NPNRU-1',
  numero_unique: `07800000000000000${n}`,
  date_relogement: '2024-10-05',
  definitif: 'O',
  code_residence: 'R2',
  ...cells,
});
/** operations.csv with one operation, and relogements.csv. */
const filesOf = (...rows: readonly Row[]): Files => ({
  'operations.csv': csv(operation()),
  'relogements.csv': csv(...rows),
});
const share = async (code: string, asOf?: string) => {
  const { numerator, denominator } = (await office.rehousing({ asOf })).figures.find((figure) => figure.code === code)!;
  return `${numerator}/${denominator}`;
};

it('the state follows a household from its enrolment to its definitive rehousing', async () => {
  const stages: readonly Row[] = [
    { date_relogement: '', code_residence: '' },
    { date_relogement: '2024-11-02', definitif: 'N', code_residence: '' },
    { date_relogement: '2024-12-20' },
  ];
  const counts: unknown[] = [];
  for (const cells of stages) {
    await office.record(filesOf(rehousing(1, cells)));
    const { completed, temporary, remaining, pacePerMonth, forecastEnd } = (await office.rehousing()).operations[0]!;
    counts.push([completed, temporary, remaining, pacePerMonth, forecastEnd]);
  }
  // In January 2025, 39 households are left. At one rehousing in six months this takes 234 months.
  expect(counts).toEqual([
    [0, 0, 40, 0, null],
    [0, 1, 40, 0, null],
    [1, 0, 39, 1 / 6, '2044-07'],
  ]);
});

it('corrections of rehousings, residences and QPV show from the time of their recording', async () => {
  await office.record(filesOf(rehousing(1, { code_residence: 'R1', date_relogement: '2023-07-01' })));
  const [outside] = [(await office.history()).at(-1)!.metadata.recordedAt];
  await office.record({
    'qpv.csv':
      'code_qpv;nom;code_insee;date_debut;date_fin\nL-OLD;Ancien;78621;2015-01-01;2023-07-01\nL-NEW;Nouveau;78621;2023-07-02;\n',
  });
  const inside = (await office.history()).at(-1)!.metadata.recordedAt;
  await office.record({ 'relogements.csv': csv(rehousing(1)) });
  expect(await share('REHOUSED_OUTSIDE_QPV', outside)).toBe('1/1');
  expect(await share('REHOUSED_OUTSIDE_QPV', inside)).toBe('0/1');
  expect(await share('REHOUSED_OUTSIDE_QPV')).toBe('1/1');
  expect((await office.rehousing({ asOf: '2020-01-01' })).operations).toEqual([]);
});

it('the bounds of 40 and 100 % belong to the middle band', async () => {
  const shares = ['39,99', '39.999999', '40', '100', '100,000001', ''];
  const costs = { reste_a_charge_avant: '300', reste_a_charge_apres: '300,00 €' };
  await office.record(
    filesOf(...shares.map((ressources_pct_plafond, n) => rehousing(n, { ressources_pct_plafond, ...costs }))),
  );
  expect(await share('COST_CONSTANT_UNDER_40')).toBe('2/2');
  expect(await share('COST_RISE_WITH_IMPROVEMENT_40_100')).toBe('2/2');
});

it('accepts both files as workbooks, with real days, numbers and percentages', async () => {
  const { warnings } = await office.record({
    'operations.xlsx': workbook([
      ['code_operation', 'nom', 'code_qpv', 'code_bailleur', 'menages_a_reloger', 'date_debut', 'date_fin_prevue'],
      ['NPNRU-1', 'Merisiers', 'L-OLD', 'L-A', 40, realDay('2019-01-01'), realDay('2028-12-31')],
    ]),
    'relogements.xlsx': workbook([
      [
        'numero_relogement',
        'code_operation',
        'numero_unique',
        'date_relogement',
        'definitif',
        'code_residence',
        'ressources_pct_plafond',
        'reste_a_charge_avant',
        'reste_a_charge_apres',
        'surface_avant',
        'surface_apres',
        'propositions',
      ],
      [
        'REL-1',
        'NPNRU-1',
        '078000000000000001',
        realDay('2024-10-05'),
        true,
        'R2',
        percent(0.3999),
        300,
        360,
        50,
        60.5,
        2,
      ],
      ['REL-2', 'NPNRU-1', '078000000000000002', '05/10/2024', 'o', 'R2', 38.5, '300 €', 360, 50, 50, null],
    ]),
  });
  expect(warnings).toEqual([]);
  expect(await share('COST_CONSTANT_UNDER_40')).toBe('0/2');
  expect(await share('COST_CONSTANT_UNDER_40_PER_M2')).toBe('1/2');
});

it('refuses values that a workbook changed, by line and column, and writes nothing', async () => {
  await office.record({ 'operations.csv': csv(operation()) });
  const before = await office.history();
  const { faults } = await office.send({
    'relogements.xlsx': workbook([
      ['numero_relogement', 'code_operation', 'numero_unique', 'definitif', 'reste_a_charge_avant', 'surface_avant'],
      [7.8e16, 'NPNRU-1', '078000000000000001', 'O', formula('A1+1', '300'), 50],
      ['REL-2', realDay('2024-01-01'), 780000000000000000, 'O', 300, 'cinquante'],
    ]),
  });
  expect(faults.map(({ line, column }) => `${line} ${column}`).sort()).toEqual([
    '2 numero_relogement',
    '2 reste_a_charge_avant',
    '3 code_operation',
    '3 numero_unique',
    '3 surface_avant',
  ]);
  expect(await office.history()).toEqual(before);
});

it('reads an office’s own headers, values and dates through a mapping', async () => {
  const theirs: Files = {
    'operations.csv': csv(operation()),
    'suivi.csv':
      'Dossier;Opération;NUD;Relogé le;Type;Parc\nD-1;NPNRU-1;078000000000000001;05.10.2024;Définitif;Neuf\n',
  };
  const files = {
    'relogements.csv': {
      file: 'suivi.csv',
      columns: {
        Dossier: 'numero_relogement',
        Opération: 'code_operation',
        NUD: 'numero_unique',
        'Relogé le': 'date_relogement',
        Type: 'definitif',
        Parc: 'parc',
      },
      values: { definitif: { Définitif: 'O', Temporaire: 'N' }, parc: { Neuf: 'neuf' } },
      dates: 'JJ.MM.AAAA',
      constants: { code_residence: 'R2' },
    },
  };
  const report = await office.send(theirs, { mapping: { files } });
  expect([report.faults, report.unmapped]).toEqual([[], []]);
  expect(await share('REHOUSED_NEW')).toBe('1/1');
});

it('missing rows change nothing, and a case may go to another operation', async () => {
  await office.record(filesOf(rehousing(1), rehousing(2)));
  await office.record({
    'operations.csv': csv(operation({ code_operation: 'NPNRU-2', nom: 'Valibout', menages_a_reloger: '0' })),
    'relogements.csv': csv(rehousing(2, { code_operation: 'NPNRU-2' })),
  });
  const { operations } = await office.rehousing();
  expect(operations.map(({ id, completed, remaining }) => [id, completed, remaining])).toEqual([
    ['NPNRU-1', 1, 39],
    ['NPNRU-2', 1, 0],
  ]);
});
