import { Office } from './support/office';
import { leases, TERRITORY, type Row } from './support/territory';

let office: Office;
beforeEach(async () => {
  office = new Office();
  await office.record(TERRITORY);
});
afterEach(() => office.close());

const bounds = (cells: string) => ({ 'seuils.csv': `annee;q1;q2;q3\n2023;${cells}\n` });
/** Four persons: 1 + 0.5 + 0.3 + 0.3 = 2.1 units. */
const FAMILY: Row = { personnes_14_ans_et_plus: '2', enfants_moins_14_ans: '2' };

/** The quartile in which the figures count a lease in QPV; `range 2–4` or `unknown` where it is open or unknown. */
async function quartileOf(cells: Row): Promise<string> {
  await office.record(leases({ code_residence: 'R1', ...cells }));
  const shares = await office.shares();
  const report = await office.report();
  if (report.unknownQuartile === 1) return 'unknown';
  if (report.partialQuartile === 1) {
    expect([shares['Q234_IN_QPV'], shares['Q34_IN_QPV'], shares['Q2'], shares['Q34']]).toEqual([
      '1/1',
      '0/1',
      '0/1',
      '0/1',
    ]);
    return 'range 2–4';
  }
  return ['Q1', 'Q2', 'Q34'].filter((code) => shares[code] === '1/1').join();
}

describe('an income compared with the bounds', () => {
  it.each<[string, string, Row, string]>([
    ['at bound × 2.1 units exactly', '11615,00;;', { ...FAMILY, ressources_annuelles: '24391,50' }, 'Q1'],
    ['one cent above', '11615,00;;', { ...FAMILY, ressources_annuelles: '24 391,51 €' }, 'range 2–4'],
    [
      'under a bound that is not a whole number of cents',
      '100,01;;',
      { enfants_moins_14_ans: '1', ressources_annuelles: '130,01' },
      'Q1',
    ],
    [
      'over a bound that is not a whole number of cents',
      '100,01;;',
      { enfants_moins_14_ans: '1', ressources_annuelles: '130,02' },
      'range 2–4',
    ],
    ['at the second bound', '10000;20000;30000', { ressources_annuelles: '20000' }, 'Q2'],
    ['above the second bound', '10000;20000;30000', { ressources_annuelles: '20000,01' }, 'Q34'],
    ['above the third', '10000;20000;30000', { ressources_annuelles: '30000,01' }, 'Q34'],
    ['above the second, the third missing', '10000;20000;', { ressources_annuelles: '20000,01' }, 'Q34'],
    ['of zero', '10000;;', { ressources_annuelles: '0' }, 'Q1'],
    ['given otherwise', '10000;20000;30000', { ressources_annuelles: '15000', quartile: '1' }, 'Q2'],
    ['given inside an open range', '10000;;', { ressources_annuelles: '15000', quartile: '3' }, 'range 2–4'],
    ['without income, given', '10000;20000;30000', { quartile: '4' }, 'Q34'],
    ['without income or quartile', '10000;20000;30000', {}, 'unknown'],
    ['of another year', '10000;20000;30000', { date_bail: '2023-12-31', ressources_annuelles: '' }, 'unknown'],
  ])('%s', async (_case, cells, household, quartile) => {
    await office.record(bounds(cells));
    expect(await quartileOf(household)).toBe(quartile);
  });

  it('is unknown in a year without bounds, even if a quartile is given', async () => {
    await office.record({ 'seuils.csv': 'annee;q1\n2022;10000\n2024;10000\n' });
    expect(await quartileOf({ ressources_annuelles: '1', quartile: '1' })).toBe('unknown');
  });

  it('warns of a given quartile that differs from the computed one, on its line', async () => {
    await office.record(bounds('10000;20000;30000'));
    const { warnings } = await office.record(leases({}, { ressources_annuelles: '15000', quartile: '1' }));
    // Its two leases, of one household and day, are another doubt.
    const ofQuartiles = warnings.filter(({ column }) => column === 'quartile');
    expect(ofQuartiles).toMatchObject([{ file: 'attributions.csv', line: 3, value: '1' }]);
  });
});

describe('bounds that come late', () => {
  it('revise the leases that they change, count as derived events, and do not change reports as of before', async () => {
    const rows: Row[] = [{ ressources_annuelles: '9000' }, { ressources_annuelles: '15000' }, { quartile: '3' }];
    await office.record(leases(...rows));
    const { asOf: before } = await office.report();
    const late = await office.record({ 'seuils.csv': 'annee;q1\n2023;10000\n' });
    expect(late.files).toEqual([{ file: 'seuils.csv', rows: 1, events: 1, derived: 2, unchanged: 0 }]);
    expect(await office.report()).toMatchObject({ unknownQuartile: 0, partialQuartile: 1 });
    expect(await office.report({ asOf: before! })).toMatchObject({
      asOf: before,
      unknownQuartile: 2,
      partialQuartile: 0,
    });
    const again = await office.record({ ...leases(...rows), 'seuils.csv': 'annee;q1\n2023;10000\n' });
    expect(again.files.map(({ events, derived }) => [events, derived])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const finer = await office.record({ 'seuils.csv': 'annee;q1;q2\n2023;10000;12000\n' });
    expect(finer.files).toMatchObject([{ events: 1, derived: 1 }]);
    expect((await office.shares())['Q34']).toBe('2/3');
    const gone = (await office.history()).slice(-1)[0]!;
    expect([gone.type, gone.data]).toEqual(['QuartileRevised', { from: '2-4', to: '3-4', threshold: 2023 }]);
  });
});
