import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { naiveCompliance } from '../naive/compliance';
import type { Import } from '../naive/cells';
import {
  queryWith,
  changedWithin,
  dailyObjectives,
  judgementOf,
  naiveObjectives,
  type NaiveObjective,
  type KnownFiles,
} from '../naive/objectives';
import { naiveHalfYear } from '../naive/prefect';
import type { WrittenConvention } from '../naive/written-convention';
import { readImport } from './naive-product';
import type { ObjectivesProduct } from './objectives-product';

/** A fault of a broken product: a change of the convention that it knows, or of its lines. */
export interface ConventionFlaw {
  readonly convention?: (convention: WrittenConvention) => WrittenConvention;
  readonly objective?: (objective: NaiveObjective) => NaiveObjective;
  readonly forgetsAsOf?: boolean;
  readonly firstDay?: boolean;
}

/** A product that reads the written directories back and answers with the naive recomputation. The comparison itself is tested with it. */
export function naiveObjectivesProduct(flaw: ConventionFlaw = {}): ObjectivesProduct {
  const imports: Import[] = [];
  const conventions: (WrittenConvention | undefined)[] = [];
  const knownAt = (asOf?: string): KnownFiles => {
    const count = asOf === undefined || flaw.forgetsAsOf ? imports.length : Number(asOf);
    const files = conventions.slice(0, count).flatMap((each) => (each ? [each] : []));
    return { imports: imports.slice(0, count), conventions: flaw.convention ? files.map(flaw.convention) : files };
  };
  return {
    importDirectory: async (directory) => {
      imports.push(await readImport(directory));
      conventions.push(await conventionIn(directory));
      return { events: 1 };
    },
    report: async ({ from, to, scope, asOf }) => {
      const known = knownAt(asOf);
      const { figures, ...counts } = naiveCompliance(known.imports, queryWith(known, { from, to, scope }));
      const siren = scope === 'epci' ? known.conventions[0]?.territoire.siren : null;
      const judged = figures.map((figure) => ({
        ...figure,
        scope: { ...figure.scope, id: siren ?? figure.scope.id },
        ...judgementOf(known, flaw.firstDay ? from : to, figure),
      }));
      const targetsChanged = changedWithin(dailyObjectives(known.conventions, from, to), scope);
      return { from, to, asOf: asOf ?? '', position: '', ...counts, figures: judged, targetsOn: to, targetsChanged };
    },
    halfYear: async (semester, asOf) => {
      const known = knownAt(asOf);
      return naiveHalfYear(known.imports, semester, known.conventions);
    },
    objectives: async ({ from, to, asOf }) => {
      const known = knownAt(asOf);
      const lines = naiveObjectives(known, { from, to }).map((each) => published(flaw.objective?.(each) ?? each));
      const targetsChanged = changedWithin(dailyObjectives(known.conventions, from, to), 'every');
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
