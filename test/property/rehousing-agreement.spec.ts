import * as fc from 'fast-check';
import { cell, yesCell, type Import, type Row } from '../naive/cells';
import { naiveCompliance } from '../naive/compliance';
import { naiveRehousing, type NaiveRehousing } from '../naive/rehousing';
import { shifted } from './days';
import { normalized, readImport } from './naive-product';
import { news } from './news';
import type { RehousingProduct, RehousingReportJson } from './product';
import { PUBLICS } from './rows';
import { dayInParis, rehousingsAgree } from './rehousing-agreement';

const RUNS = { seed: 2024, numRuns: 12, endOnFailure: true };

/** A fault of a broken product: a change of the rows that it knows, of its report, or of its day. */
interface Flaw {
  readonly rows?: (row: Row) => Row;
  readonly report?: (report: NaiveRehousing) => NaiveRehousing;
  readonly day?: (asOf: string) => string;
  readonly forgetsAsOf?: boolean;
  readonly alwaysWrites?: boolean;
}

describe('the comparison of rehousings with the files', () => {
  it('agrees with a product that reads the written directories back', async () => {
    await fc.assert(
      rehousingsAgree(async () => naiveProduct()),
      RUNS,
    );
  });

  const emptied = (...columns: readonly string[]): Flaw => ({
    rows: (row) => ({ ...row, ...Object.fromEntries(columns.map((column) => [column, ''])) }),
  });
  const changed = (column: string, from: string, to: string): Flaw => ({
    rows: (row) => (cell(row, column) === from ? { ...row, [column]: to } : row),
  });

  it.each<[string, Flaw]>([
    ['forgets what was known at an instant', { forgetsAsOf: true }],
    ['writes an event for unchanged rows', { alwaysWrites: true }],
    ['takes the UTC day of the instant', { day: (asOf) => new Date(asOf).toISOString().slice(0, 10) }],
    ['counts moves up to the day after', { day: (asOf) => shifted(dayInParis(asOf), 1) }],
    ['counts moves up to the day before', { day: (asOf) => shifted(dayInParis(asOf), -1) }],
    ['counts temporary moves as definitive', changed('definitif', 'N', 'O')],
    ['ignores the last day of a QPV', emptied('date_fin')],
    ['takes 40 % as under 40 %', changed('ressources_pct_plafond', '40', '39.99')],
    ['takes 39.99 % as 40 %', changed('ressources_pct_plafond', '39.99', '40')],
    ['takes 100 % as above the ceiling', changed('ressources_pct_plafond', '100', '100.01')],
    ['takes 100.01 % as 100 %', changed('ressources_pct_plafond', '100.01', '100')],
    ['takes an unknown surface as known', changed('surface_avant', '', '50')],
    ['ignores better housing', emptied('amelioration')],
    ['takes stock under five years as new', changed('parc', 'moins_5_ans', 'neuf')],
    ['takes new stock as under five years', changed('parc', 'neuf', 'moins_5_ans')],
    ['ignores costs before', emptied('reste_a_charge_avant')],
    ['counts an unknown residence outside QPV', { rows: sentElsewhere }],
    ['leaves out operations without moves', { report: withoutEmpty }],
    [
      'shows its operations in another order',
      { report: (of) => ({ ...of, operations: [...of.operations].reverse() }) },
    ],
  ])('detects a product that %s', async (_, flaw) => {
    const outcome = await fc.check(
      rehousingsAgree(async () => naiveProduct(flaw)),
      { ...RUNS, numRuns: 60 },
    );
    expect(outcome.failed).toBe(true);
  });
});

function withoutEmpty(report: NaiveRehousing): NaiveRehousing {
  return { ...report, operations: report.operations.filter(({ completed, temporary }) => completed + temporary > 0) };
}

/** Puts a household whose residence is unknown in a residence outside QPV. */
function sentElsewhere(row: Row): Row {
  if ('code_residence' in row && 'definitif' in row && yesCell(row, 'definitif') && cell(row, 'code_residence') === '')
    return { ...row, code_residence: 'R-ELSEWHERE' };
  return row;
}

/** A product that reads the written directories back and answers with the naive recomputation. The comparison itself is tested with it. */
function naiveProduct(flaw: Flaw = {}): RehousingProduct {
  const imports: { readonly from: number; readonly rows: Import }[] = [];
  let time = 0;
  const flawed = (rows: Import): Import =>
    new Map([...rows].map(([file, records]) => [file, flaw.rows ? records.map(flaw.rows) : records]));
  const known = (asOf?: string) =>
    imports
      .filter(({ from }) => asOf === undefined || flaw.forgetsAsOf || from <= Date.parse(asOf))
      .map(({ rows }) => withElsewhere(flawed(rows)));
  return {
    importDirectory: async (directory) => {
      const rows = await readImport(directory);
      const events = news(
        imports.map((each) => normalized(each.rows)),
        normalized(rows),
      );
      imports.push({ from: (time += 1_000), rows });
      return { events: flaw.alwaysWrites ? 1 : events };
    },
    report: async ({ from, to, scope }) => ({
      from,
      to,
      asOf: '',
      position: '',
      ...naiveCompliance(
        imports.map(({ rows }) => rows),
        { from, to, scope, publics: PUBLICS },
      ),
    }),
    rehousing: async ({ operation, asOf }) => {
      const at = asOf ?? new Date(time).toISOString();
      const day = (flaw.day ?? dayInParis)(at);
      const report = naiveRehousing(known(asOf), { day, operation });
      return withTotal(flaw.report ? flaw.report(report) : report, at);
    },
    now: () => new Date((time += 1_000)).toISOString(),
    goTo: (instant) => (time = Math.max(time, Date.parse(instant))),
    close: async () => undefined,
  };
}

/** Adds the residence outside QPV in which a flaw puts households of an unknown residence. */
function withElsewhere(rows: Import): Import {
  const residences = rows.get('residences.csv') ?? [];
  return new Map([...rows, ['residences.csv', [...residences, { code_residence: 'R-ELSEWHERE', code_qpv: '' }]]]);
}

function withTotal(report: NaiveRehousing, asOf: string): RehousingReportJson {
  const { operations } = report;
  const sum = (of: (operation: (typeof operations)[number]) => number) =>
    operations.reduce((all, each) => all + of(each), 0);
  const stuck = operations.some(({ remaining, forecastEnd }) => remaining > 0 && forecastEnd === null);
  const ends = operations.flatMap(({ forecastEnd }) => forecastEnd ?? []).sort();
  return {
    asOf,
    position: '',
    ...report,
    total: {
      planned: sum(({ planned }) => planned),
      completed: sum(({ completed }) => completed),
      temporary: sum(({ temporary }) => temporary),
      remaining: sum(({ remaining }) => remaining),
      pacePerMonth: sum(({ pacePerMonth }) => pacePerMonth),
      forecastEnd: stuck ? null : (ends.at(-1) ?? null),
    },
  };
}
