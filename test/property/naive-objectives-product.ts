import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { naiveCompliance } from '../naive/compliance';
import type { Import } from '../naive/cells';
import {
  asked,
  changedWithin,
  dailyObjectives,
  judgementOf,
  naiveObjectives,
  type NaiveObjective,
  type Told,
} from '../naive/objectives';
import { naiveHalfYear } from '../naive/prefect';
import type { WrittenConvention } from '../naive/written-convention';
import { readImport } from './naive-product';
import type { ObjectivesProduct } from './objectives-product';

/** What a broken product would do to the convention it knows, or to its lines. */
export interface ConventionFlaw {
  readonly convention?: (convention: WrittenConvention) => WrittenConvention;
  readonly objective?: (objective: NaiveObjective) => NaiveObjective;
  readonly forgetsAsOf?: boolean;
  readonly firstDay?: boolean;
}

/** Answers by the naive recomputation, from the directories read back: the product against which the comparison itself is tested. */
export function naiveObjectivesProduct(flaw: ConventionFlaw = {}): ObjectivesProduct {
  const imports: Import[] = [];
  const conventions: (WrittenConvention | undefined)[] = [];
  const toldAt = (asOf?: string): Told => {
    const count = asOf === undefined || flaw.forgetsAsOf ? imports.length : Number(asOf);
    const told = conventions.slice(0, count).flatMap((each) => (each ? [each] : []));
    return { imports: imports.slice(0, count), conventions: flaw.convention ? told.map(flaw.convention) : told };
  };
  return {
    importDirectory: async (directory) => {
      imports.push(await readImport(directory));
      conventions.push(await conventionIn(directory));
      return { events: 1 };
    },
    report: async ({ from, to, scope, asOf }) => {
      const told = toldAt(asOf);
      const { figures, ...counts } = naiveCompliance(told.imports, asked(told, { from, to, scope }));
      const siren = scope === 'epci' ? told.conventions[0]?.territoire.siren : null;
      const judged = figures.map((figure) => ({
        ...figure,
        scope: { ...figure.scope, id: siren ?? figure.scope.id },
        ...judgementOf(told, flaw.firstDay ? from : to, figure),
      }));
      const targetsChanged = changedWithin(dailyObjectives(told.conventions, from, to), scope);
      return { from, to, asOf: asOf ?? '', position: '', ...counts, figures: judged, targetsOn: to, targetsChanged };
    },
    halfYear: async (semester, asOf) => {
      const told = toldAt(asOf);
      return naiveHalfYear(told.imports, semester, told.conventions);
    },
    objectives: async ({ from, to, asOf }) => {
      const told = toldAt(asOf);
      const lines = naiveObjectives(told, { from, to }).map((each) => published(flaw.objective?.(each) ?? each));
      const targetsChanged = changedWithin(dailyObjectives(told.conventions, from, to), 'every');
      return { targetsOn: to, targetsChanged, objectives: lines };
    },
    now: () => String(imports.length),
    close: async () => undefined,
  };
}

async function conventionIn(directory: string): Promise<WrittenConvention | undefined> {
  if (!(await readdir(directory)).includes('convention.json')) return undefined;
  return JSON.parse(await readFile(join(directory, 'convention.json'), 'utf8')) as WrittenConvention;
}

function published({ kind, id, actor, ...line }: NaiveObjective) {
  const [actorKind, actorId] = actor?.split(' ') ?? [];
  return { ...line, scope: { kind, id }, actor: actor === null ? null : { kind: actorKind!, id: actorId! } };
}
