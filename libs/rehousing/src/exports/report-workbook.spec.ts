import type { Letterhead } from '#convention';
import { REHOUSING_FIGURE_CODES } from '../figures/rehousing-figure';
import type { RehousingReport } from '../report/reported';
import { rehousingWorkbook } from './report-workbook';

const LETTERHEAD: Letterhead = {
  territory: { id: '200058782', label: 'Saint-Quentin-en-Yvelines', timeZone: 'Europe/Paris' },
  siren: null,
  convention: null,
  publics: [],
  motives: [],
};
const figures = REHOUSING_FIGURE_CODES.map((code, at) => ({ code, numerator: at, denominator: 10, rate: at / 10 }));
const progress = {
  planned: 120,
  completed: 1,
  temporary: 0,
  remaining: 119,
  pacePerMonth: 1 / 6,
  forecastEnd: '2085-01',
};
const REPORT: RehousingReport = {
  asOf: null,
  position: null,
  territory: null,
  operations: [{ id: 'OP-1', label: 'Plaine de Neauphle', ...progress, figures }],
  total: progress,
  figures,
};

it('has one row for each operation and one for all, with a column for each figure', async () => {
  const [operations, detail] = rehousingWorkbook(REPORT, LETTERHEAD).sheets;
  const rows: (readonly unknown[])[] = [];
  for await (const row of operations!.rows) rows.push(row);
  expect(operations!.columns.slice(0, 3).map(({ header }) => header)).toEqual([
    'Code',
    'Opération',
    'Ménages à reloger',
  ]);
  expect(operations!.columns.slice(8).every(({ kind }) => kind === 'rate')).toBe(true);
  expect(rows).toEqual([
    ['OP-1', 'Plaine de Neauphle', 120, 1, 0, 119, 1 / 6, '2085-01', 0, 0.1, 0.2, 0.3, 0.4, 0.5],
    [null, 'Ensemble des opérations', 120, 1, 0, 119, 1 / 6, '2085-01', 0, 0.1, 0.2, 0.3, 0.4, 0.5],
  ]);
  let count = 0;
  for await (const row of detail!.rows) if (row.length === 7) count += 1;
  expect(count).toBe(2 * REHOUSING_FIGURE_CODES.length);
});
