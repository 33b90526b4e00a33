import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { naiveCompliance, SCOPES } from '../naive/compliance';
import {
  queryWith,
  changedWithin,
  dailyObjectives,
  judgementOf,
  naiveObjectives,
  type NaiveObjective,
  type KnownFiles,
} from '../naive/objectives';
import { naiveHalfYear, type NaiveLandlord } from '../naive/prefect';
import { conventionHistory, type ConventionHistory } from './conventions';
import type { ObjectiveJson, ObjectivesProduct } from './objectives-product';
import { writeImport } from './write';

/**
 * A property for `fc.assert`. After each import, and as of each earlier one, the target and status of every figure and
 * the line of every objective are those of the naive recomputation.
 */
export function objectivesAgree(open: () => Promise<ObjectivesProduct>): fc.IAsyncProperty<[ConventionHistory]> {
  return fc.asyncProperty(conventionHistory, async (of) => {
    const directory = await mkdtemp(join(tmpdir(), 'mixite-conventions-'));
    const product = await open();
    try {
      await expectAgreement(product, of, directory);
    } finally {
      await product.close();
      await rm(directory, { recursive: true, force: true });
    }
  });
}

async function expectAgreement(product: ObjectivesProduct, of: ConventionHistory, directory: string): Promise<void> {
  const instants: string[] = [];
  for (const [at, rows] of of.imports.entries()) {
    const files = join(directory, String(at));
    await writeImport(files, rows, of.styles[at]!);
    const convention = of.conventions[at];
    if (convention) await writeFile(join(files, 'convention.json'), JSON.stringify(convention));
    await product.importDirectory(files);
    await expectJudged(product, of, at);
    instants.push(product.now());
  }
  for (const [at, asOf] of instants.entries()) await expectJudged(product, of, at, asOf);
}

/** The files known after the import with this index. */
export function knownBy(of: ConventionHistory, at: number): KnownFiles {
  return {
    imports: of.imports.slice(0, at + 1),
    conventions: of.conventions.slice(0, at + 1).flatMap((each) => (each ? [each] : [])),
  };
}

async function expectJudged(product: ObjectivesProduct, of: ConventionHistory, at: number, asOf?: string) {
  const known = knownBy(of, at);
  for (const { from, to } of of.periods) {
    const query = { from, to, ...(asOf === undefined ? {} : { asOf }) };
    const about = { at, ...query };
    const objectives = await product.objectives(query);
    const days = dailyObjectives(known.conventions, from, to);
    expect({ ...about, targetsOn: objectives.targetsOn, targetsChanged: objectives.targetsChanged }).toEqual({
      ...about,
      ...{ targetsOn: to, targetsChanged: changedWithin(days, 'every') },
    });
    expectSame(about, linesOf(objectives.objectives.map(published)), linesOf(naiveObjectives(known, query)));
    for (const scope of SCOPES) {
      const { figures, targetsOn, targetsChanged } = await product.report({ ...query, scope });
      const expected = { targetsOn: to, targetsChanged: changedWithin(days, scope) };
      expect({ ...about, scope, targetsOn, targetsChanged }).toEqual({ ...about, scope, ...expected });
      const counted = naiveCompliance(known.imports, queryWith(known, { from, to, scope })).figures;
      expectSame(
        { ...about, scope },
        figures.map(figureLine),
        counted.map((each) => judgedLine(known, to, each)),
      );
    }
    for (const semester of semestersEnding(to)) {
      const { landlords } = await product.halfYear(semester, asOf);
      const counted = naiveHalfYear(known.imports, semester, known.conventions).landlords;
      expectSame({ ...about, semester }, landlords.map(landlordLine), counted.map(landlordLine));
    }
  }
}

/** The half-years of the year of a day. Objectives often begin and end on their last days. */
function semestersEnding(day: string): string[] {
  return ['S1', 'S2'].map((half) => `${day.slice(0, 4)}-${half}`);
}

function landlordLine({ id, outsideQpv, eligible, rate, target, met, missing }: NaiveLandlord): string {
  return JSON.stringify({ id, outsideQpv, eligible, rate, target, met, missing });
}

function judgedLine(
  known: KnownFiles,
  to: string,
  figure: ReturnType<typeof naiveCompliance>['figures'][number],
): string {
  const siren = known.conventions[0]?.territoire.siren;
  const scope = figure.scope.kind === 'epci' && siren ? { ...figure.scope, id: siren } : figure.scope;
  return figureLine({ ...figure, scope, ...judgementOf(known, to, figure) });
}

function figureLine(figure: {
  readonly code: string;
  readonly scope: { readonly kind: string; readonly id: string };
  readonly numerator: number;
  readonly denominator: number;
  readonly target: unknown;
  readonly status: string | null;
}): string {
  const { code, scope, numerator, denominator, status } = figure;
  const target = figure.target && Object.entries(figure.target).sort();
  return JSON.stringify({ code, kind: scope.kind, id: scope.id, numerator, denominator, target, status });
}

function published(of: ObjectiveJson): Omit<NaiveObjective, 'target' | 'status' | 'trend'> & Record<string, unknown> {
  const { scope, actor, previous, ...line } = of;
  return {
    ...line,
    kind: scope.kind,
    id: scope.id,
    actor: actor && `${actor.kind} ${actor.id}`,
    previous: { numerator: previous.numerator, denominator: previous.denominator },
  };
}

/** One line for each objective and entity, sorted as text: the files do not decide the order of the lines. */
function linesOf(objectives: readonly object[]): string[] {
  return objectives
    .map((each) => JSON.stringify(Object.fromEntries(FIELDS.map((key) => [key, value(each, key)]))))
    .sort();
}

const FIELDS = ['code', 'figure', 'kind', 'id', 'actor', 'numerator', 'denominator', 'rate', 'target', 'status'].concat(
  ['missing', 'previous', 'trend'],
);

function value(of: object, key: string): unknown {
  return (of as Record<string, unknown>)[key];
}

/** Only the first difference: whole reports take long to compare and to print, especially while fast-check shrinks. */
function expectSame(about: object, product: readonly string[], files: readonly string[]): void {
  for (let at = 0; at < Math.max(product.length, files.length); at += 1)
    if (product[at] !== files[at])
      throw new Error(
        `${JSON.stringify(about)}\nproduct: ${product[at] ?? 'nothing'}\nfiles:   ${files[at] ?? 'nothing'}`,
      );
}
