import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { naiveCompliance, SCOPES, type NaiveReport } from '../naive/compliance';
import type { Import } from '../naive/cells';
import { history, type History } from './history';
import { news } from './news';
import { PUBLICS, SECTORS } from './rows';
import type { ComplianceReportJson, Product } from './product';
import { writeImport } from './write';

type Comparable = Pick<ComplianceReportJson, 'unknownQuartile' | 'partialQuartile' | 'figures'>;

/**
 * A property for `fc.assert`. After each import, and as of each earlier one, the product's reports are those of the
 * naive recomputation, in every scope. An import writes no event exactly where no row is new or changed.
 */
export function agreesWithTheFiles(open: () => Promise<Product>): fc.IAsyncProperty<[History]> {
  return fc.asyncProperty(history, async (of) => {
    const directory = await mkdtemp(join(tmpdir(), 'mixite-property-'));
    const product = await open();
    try {
      await expectAgreement(product, of, directory);
    } finally {
      await product.close();
      await rm(directory, { recursive: true, force: true });
    }
  });
}

/** Imports the history into the product, through files in the directory. */
export async function expectAgreement(product: Product, of: History, directory: string): Promise<void> {
  const instants: string[] = [];
  for (const [at, rows] of of.imports.entries()) {
    const files = join(directory, String(at));
    await writeImport(files, rows, of.styles[at]!);
    const { events } = await product.importDirectory(files);
    expect({ import: at, writesEvents: events > 0 }).toEqual({
      import: at,
      writesEvents: news(of.imports.slice(0, at), rows) > 0,
    });
    if (at === of.repeated) expect(await product.importDirectory(files)).toMatchObject({ events: 0 });
    await expectReports(product, of, of.imports.slice(0, at + 1));
    instants.push(product.now());
  }
  for (const [at, asOf] of instants.entries()) await expectReports(product, of, of.imports.slice(0, at + 1), asOf);
}

async function expectReports(product: Product, of: History, known: readonly Import[], asOf?: string): Promise<void> {
  for (const { from, to } of of.periods) {
    for (const scope of SCOPES) {
      const report = await product.report({ from, to, scope, ...(asOf === undefined ? {} : { asOf }) });
      const about = { imports: known.length, asOf, from, to, scope };
      const difference = firstDifference(
        comparable(report),
        naiveCompliance(known, { from, to, scope, publics: PUBLICS, sectors: SECTORS }),
      );
      if (difference !== null) throw new Error(`${JSON.stringify(about)}\n${difference}`);
    }
  }
}

/** Only the first difference: whole reports take long to compare and to print, especially while fast-check shrinks. */
function firstDifference(product: Comparable, files: NaiveReport): string | null {
  const [actual, expected] = [linesOf(product), linesOf(files)];
  for (let at = 0; at < Math.max(actual.length, expected.length); at += 1)
    if (actual[at] !== expected[at])
      return `product: ${actual[at] ?? 'nothing'}\nfiles:   ${expected[at] ?? 'nothing'}`;
  return null;
}

/** One line for each value, with the published fields only: a report may have more fields. */
function linesOf({ unknownQuartile, partialQuartile, figures }: Comparable): string[] {
  const figureLines = figures.map(({ code, scope, numerator, denominator, rate, target, status }) =>
    JSON.stringify({ code, scope, numerator, denominator, rate, target, status }),
  );
  return [JSON.stringify({ unknownQuartile, partialQuartile }), ...figureLines];
}

/** The part of a report that the files decide. The product chooses the labels of the EPCI and of contingents, so they are left out. */
function comparable(report: ComplianceReportJson): Comparable {
  const { unknownQuartile, partialQuartile, figures } = report;
  const unnamed = (id: string, kind: string) => kind === 'epci' || id.startsWith('contingent:');
  return {
    unknownQuartile,
    partialQuartile,
    figures: figures.map((figure) => {
      const { kind, id, label } = figure.scope;
      return { ...figure, scope: { kind, id, label: unnamed(id, kind) ? null : label } };
    }),
  };
}
