import {
  CASE,
  cases,
  LEASE,
  OPERATION,
  RehousingOffice,
  TERRITORY,
  placesOf,
  type Files,
  type Row,
} from './testing/rehousing-office';

let office: RehousingOffice;
beforeEach(() => (office = new RehousingOffice()));
afterEach(() => office.close());

describe('faults', () => {
  it.each<[string, Files, string[]]>([
    [
      'unknown codes',
      cases({ ...CASE, code_operation: 'OP-9', code_residence: 'R9' }),
      ['relogements.csv:2 code_operation OP-9', 'relogements.csv:2 code_residence R9'],
    ],
    [
      'an operation with an unknown QPV and landlord',
      { 'operations.csv': [{ ...OPERATION, code_qpv: 'L-Q9', code_bailleur: 'L-9' }] },
      ['operations.csv:2 code_bailleur L-9', 'operations.csv:2 code_qpv L-Q9'],
    ],
    [
      'an operation that ends before it begins',
      { 'operations.csv': [{ ...OPERATION, date_fin_prevue: '2019-12-31' }] },
      ['operations.csv:2 date_fin_prevue 2019-12-31'],
    ],
    [
      'a planned number that is no number',
      { 'operations.csv': [{ ...OPERATION, menages_a_reloger: '-1' }] },
      ['operations.csv:2 menages_a_reloger -1'],
    ],
    [
      'cells that cannot be true',
      cases({
        ...CASE,
        date_relogement: '31/02/2024',
        definitif: 'oui',
        parc: 'vieux',
        personnes: '0',
        ressources_pct_plafond: '-3',
        reste_a_charge_avant: 'rien',
        surface_apres: '0',
        propositions: '1,5',
      }),
      [
        'relogements.csv:2 date_relogement 31/02/2024',
        'relogements.csv:2 definitif oui',
        'relogements.csv:2 parc vieux',
        'relogements.csv:2 personnes 0',
        'relogements.csv:2 propositions 1,5',
        'relogements.csv:2 ressources_pct_plafond -3',
        'relogements.csv:2 reste_a_charge_avant rien',
        'relogements.csv:2 surface_apres 0',
      ],
    ],
    [
      'cells that must be filled',
      cases({ ...CASE, numero_unique: '', definitif: '' }),
      ['relogements.csv:2 definitif', 'relogements.csv:2 numero_unique'],
    ],
    ['a number twice', cases(CASE, CASE), ['relogements.csv:3 numero_relogement REL-SECRET-1']],
    [
      'codes that Excel changed into numbers',
      cases({ ...CASE, numero_relogement: '7,8E+16', numero_attribution: '7,8E+16' }),
      ['relogements.csv:2 numero_attribution 7,8E+16', 'relogements.csv:2 numero_relogement 7,8E+16'],
    ],
  ])('%s', async (_case, files, faults) => {
    await office.import(TERRITORY);
    const before = await office.history();
    const report = await office.import(files);
    expect(placesOf(report.faults).sort()).toEqual(faults);
    for (const { message } of report.faults) expect(message).not.toBe('');
    expect(await office.history()).toEqual(before);
  });
});

describe('warnings', () => {
  const doubtful = async (files: Files) => {
    const report = await office.import({ ...TERRITORY, ...files });
    expect(report.faults).toEqual([]);
    return placesOf(report.warnings).sort();
  };

  it.each<[string, Row, string[]]>([
    ['a numéro unique of another form', { numero_unique: '78-1' }, ['numero_unique 78-1']],
    ['no residence of arrival', { code_residence: '' }, ['code_residence']],
    ['no residence of a temporary move', { code_residence: '', definitif: 'N' }, []],
    ['no residence of a future move', { code_residence: '', date_relogement: '' }, []],
    ['a cost of another size', { reste_a_charge_avant: '31247' }, ['reste_a_charge_avant 31247']],
    [
      'a surface of another size',
      { surface_avant: '5,85', surface_apres: '5853' },
      ['surface_apres 5853', 'surface_avant 5,85'],
    ],
    ['a fraction in place of a percentage', { ressources_pct_plafond: '0,387' }, ['ressources_pct_plafond 0,387']],
    ['no resources at all', { ressources_pct_plafond: '0' }, []],
    ['more than three ceilings', { ressources_pct_plafond: '300,1' }, ['ressources_pct_plafond 300,1']],
    ['a move before the operation began', { date_relogement: '2019-12-31' }, ['date_relogement 2019-12-31']],
    [
      'a move before the residence opened',
      { code_residence: 'R1', date_relogement: '2000-05-31' },
      ['date_relogement 2000-05-31', 'date_relogement 2000-05-31'],
    ],
    ['new stock in an old residence', { code_residence: 'R1', parc: 'neuf' }, ['parc neuf']],
    ['young stock in an old residence', { code_residence: 'R1', parc: 'moins_5_ans' }, ['parc moins_5_ans']],
    ['an unknown lease', { numero_attribution: 'ATT-SECRET-1' }, ['numero_attribution ATT-SECRET-1']],
  ])('%s', async (_case, cells, expected) => {
    expect(await doubtful(cases({ ...CASE, ...cells }))).toEqual(expected.map((cell) => `relogements.csv:2 ${cell}`));
  });

  it('a lease of the same import, or of an earlier one, is known', async () => {
    const row = { ...CASE, numero_attribution: 'ATT-SECRET-1' };
    expect(await doubtful({ 'attributions.csv': [LEASE], ...cases(row) })).toEqual([]);
    expect((await office.import(cases(row))).warnings).toEqual([]);
  });

  const other = (number: number, cells: Row = {}): Row => ({
    ...CASE,
    numero_relogement: `REL-${number}`,
    numero_unique: `07800000000000000${number}`,
    ...cells,
  });

  it('more rehousings than households to rehouse: once, at the row of the operation, or else at the last case', async () => {
    const rows = [other(1), other(2), other(3, { definitif: 'N' }), other(4, { date_relogement: '' })];
    expect(await doubtful(cases(...rows))).toEqual([]);
    const report = await office.import(cases(other(5), other(6)));
    expect(placesOf(report.warnings)).toEqual(['relogements.csv:3 code_operation OP-1']);
    expect(report.warnings[0]!.message).toContain('4 relogements définitifs pour 2 ménages');
    expect(placesOf((await office.import(cases(other(1)))).warnings)).toEqual([
      'relogements.csv:2 code_operation OP-1',
    ]);
    const plan = (count: string) => ({ 'operations.csv': [{ ...OPERATION, menages_a_reloger: count }] });
    expect(placesOf((await office.import(plan('3'))).warnings)).toEqual(['operations.csv:2 menages_a_reloger 3']);
    expect(placesOf((await office.import(plan('4'))).warnings)).toEqual([]);
    expect(placesOf((await office.import(cases(other(6, { definitif: 'N' })))).warnings)).toEqual([]);
  });

  it('a household rehoused twice in an operation, by rows of one import or of two', async () => {
    const again = { ...CASE, numero_relogement: 'REL-2' };
    expect(await doubtful(cases(CASE, again))).toEqual([
      'relogements.csv:2 numero_unique 078SECRETNUMBER001',
      'relogements.csv:3 numero_unique 078SECRETNUMBER001',
    ]);
    expect(placesOf((await office.import(cases(again))).warnings)).toEqual([
      'relogements.csv:2 numero_unique 078SECRETNUMBER001',
    ]);
    expect(placesOf((await office.import(cases({ ...again, definitif: 'N' }))).warnings)).toEqual([]);
  });
});
