import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Import } from '../naive/cells';
import { naiveCompliance } from '../naive/compliance';
import { naiveRehousing } from '../naive/rehousing';
import { news } from './news';
import type { RehousingProduct } from './product';
import { rehousingHistory, type RehousingHistory } from './rehousing-history';
import { writeImport } from './write';
import { PUBLICS } from './rows';

/** The events of one import are recorded in less time than this. */
const SOON = 60_000;
const EVERYTHING = { from: '2021-01-01', to: '2027-12-31', scope: 'epci', publics: PUBLICS } as const;

/**
 * A property for `fc.assert`. At the head after each import, and as of random instants before, between and after the
 * imports, the report of all the operations and of each one is that of the naive recomputation. Rehousings change no
 * figure of the convention. An import writes no event exactly where no row is new or changed.
 */
export function rehousingsAgree(
  open: (start: number) => Promise<RehousingProduct>,
): fc.IAsyncProperty<[RehousingHistory]> {
  return fc.asyncProperty(rehousingHistory, async (of) => {
    const directory = await mkdtemp(join(tmpdir(), 'mixite-property-'));
    const product = await open(Date.parse(of.imports[0]!.at));
    try {
      await expectAgreement(product, of, directory);
    } finally {
      await product.close();
      await rm(directory, { recursive: true, force: true });
    }
  });
}

/** Rows known from an instant on. */
type Known = readonly { readonly from: string; readonly rows: Import }[];

async function expectAgreement(product: RehousingProduct, of: RehousingHistory, directory: string): Promise<void> {
  const known: { from: string; rows: Import }[] = [];
  for (const [index, { rows, at, style }] of of.imports.entries()) {
    const files = join(directory, String(index));
    await writeImport(files, rows, style);
    product.goTo(at);
    const from = product.now();
    const { events } = await product.importDirectory(files);
    expect({ index, writesEvents: events > 0 }).toEqual({
      index,
      writesEvents:
        news(
          known.map((each) => each.rows),
          rows,
        ) > 0,
    });
    if (index === of.repeated) expect(await product.importDirectory(files)).toMatchObject({ events: 0 });
    known.push({ from, rows });
    // An import without events does not move the head, and so does not change the day.
    const report = await product.rehousing({});
    expectSame({ head: index }, report, stateAt(known, report.asOf!));
  }
  const after = new Date(Date.parse(product.now()) + SOON).toISOString();
  for (const asOf of [...of.asked, after]) await expectAsOf(product, known, asOf);
  const imports = known.map(({ rows }) => rows);
  const { figures } = await product.report(EVERYTHING);
  const counts = (of: readonly { code: string; numerator: number; denominator: number }[]) =>
    of.map(({ code, numerator, denominator }) => [code, numerator, denominator]);
  expect(counts(figures)).toEqual(counts(naiveCompliance(imports, EVERYTHING).figures));
}

async function expectAsOf(product: RehousingProduct, known: Known, asOf: string): Promise<void> {
  // While an import is being recorded, the instant alone does not say which of its rows are known.
  if (known.some(({ from }) => Math.abs(Date.parse(from) - Date.parse(asOf)) < SOON)) return;
  expectSame({ asOf }, await product.rehousing({ asOf }), stateAt(known, asOf));
  for (const { id } of stateAt(known, asOf).operations)
    expectSame({ asOf, id }, await product.rehousing({ asOf, operation: id }), stateAt(known, asOf, id));
}

function stateAt(known: Known, asOf: string, operation?: string) {
  const imports = known.filter(({ from }) => Date.parse(from) <= Date.parse(asOf)).map(({ rows }) => rows);
  return naiveRehousing(imports, { day: dayInParis(asOf), operation });
}

/** The Swedish format writes days as `AAAA-MM-JJ`. */
const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

export function dayInParis(instant: string): string {
  return PARIS.format(new Date(instant));
}

function expectSame(
  about: object,
  report: Awaited<ReturnType<RehousingProduct['rehousing']>>,
  files: ReturnType<typeof naiveRehousing>,
): void {
  const { operations, figures, total } = report;
  const sum = (of: (operation: (typeof files.operations)[number]) => number) =>
    files.operations.reduce((all, each) => all + of(each), 0);
  expect({ about, operations, figures }).toEqual({ about, ...files });
  expect({ about, ...total }).toMatchObject({
    about,
    planned: sum(({ planned }) => planned),
    completed: sum(({ completed }) => completed),
    temporary: sum(({ temporary }) => temporary),
    remaining: sum(({ remaining }) => remaining),
    forecastEnd: lastEnd(files.operations),
  });
}

function lastEnd(operations: ReturnType<typeof naiveRehousing>['operations']): string | null {
  if (operations.some(({ remaining, forecastEnd }) => remaining > 0 && forecastEnd === null)) return null;
  return (
    operations
      .flatMap(({ forecastEnd }) => forecastEnd ?? [])
      .sort()
      .at(-1) ?? null
  );
}
