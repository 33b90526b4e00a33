import * as fc from 'fast-check';
import type { Import } from '../naive/cells';
import { agreesWithTheFiles } from './agreement';
import { naiveProduct, type Flaw } from './naive-product';

const RUNS = { seed: 2023, numRuns: 12, endOnFailure: true };

describe('the comparison with the files', () => {
  it('agrees with a product that reads the written directories back', async () => {
    await fc.assert(
      agreesWithTheFiles(async () => naiveProduct()),
      RUNS,
    );
  });

  it.each<[string, Flaw]>([
    ['forgets what was known at an instant', { forgetsAsOf: true }],
    ['writes an event for unchanged rows', { alwaysWrites: true }],
    ['counts cancelled leases', { rows: without('attributions.csv', 'annulee') }],
    ['ignores the last day of a QPV', { rows: without('qpv.csv', 'date_fin') }],
    ['ignores incomes', { rows: without('attributions.csv', 'ressources_annuelles') }],
    ['ignores changes of owner', { rows: (rows) => new Map([...rows].filter(([file]) => file !== 'proprietes.csv')) }],
    ['ignores the second bound', { rows: without('seuils.csv', 'q2') }],
    ['ignores surveys', { rows: (rows) => new Map([...rows].filter(([file]) => file !== 'ops.csv')) }],
    [
      'shows its groups in another order',
      { report: (report) => ({ ...report, figures: [...report.figures].reverse() }) },
    ],
    ['leaves a group out', { report: (report) => ({ ...report, figures: report.figures.slice(33) }) }],
  ])('detects a product that %s', async (_, flaw) => {
    const outcome = await fc.check(
      agreesWithTheFiles(async () => naiveProduct(flaw)),
      { ...RUNS, endOnFailure: true },
    );
    expect(outcome.failed).toBe(true);
  });
});

function without(file: string, column: string): (rows: Import) => Import {
  return (rows) =>
    new Map(
      [...rows].map(([name, records]) => [
        name,
        name === file ? records.map((row) => ({ ...row, [column]: '' })) : records,
      ]),
    );
}
