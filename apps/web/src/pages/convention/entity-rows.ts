import type { components } from '../../api/schema';
import type { Period } from '../../url/period';
import type { Objective } from './objective-words';

export type CountedFigure = components['schemas']['FigureDto'];

/** One figure of one entity, with the objectives that judge it. */
export interface EntityCell {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly rate: number | null;
  readonly masked: boolean;
  /** The queries of the leases that are counted. */
  readonly list: { readonly numerator: string; readonly denominator: string } | undefined;
  readonly lines: readonly Objective[];
}

export interface EntityRow {
  readonly id: string;
  readonly label: string;
  /** By figure. */
  readonly cells: ReadonlyMap<string, EntityCell>;
}

/** The parameter by which a list of leases is that of one entity. */
const LIST_PARAMETERS: Readonly<Record<string, string>> = {
  commune: 'code_insee',
  bailleur: 'code_bailleur',
};

/** The entity of this kind that an objective is about: its scope, or whose allocations count in the whole territory. */
export function entityOf(kind: string, { scope, actor }: Pick<Objective, 'scope' | 'actor'>) {
  if (actor !== null) return actor.kind === kind && scope.kind === 'epci' ? actor : undefined;
  return scope.kind === kind ? scope : undefined;
}

/** The figures that objectives judge for entities of this kind, in the order of the convention. */
export function judgedFigures(kind: string, objectives: readonly Objective[]): string[] {
  return [...new Set(objectives.filter((line) => entityOf(kind, line)).map(({ figure }) => figure))];
}

/**
 * One row for each entity of a kind: its figures, as the objectives and the report of compliance count them. The entities of the report
 * come first, in its order.
 */
export function entityRows(
  kind: string,
  objectives: readonly Objective[],
  counted: readonly CountedFigure[],
  period: Period,
): readonly EntityRow[] {
  const rows = new Map<string, { label: string; cells: Map<string, EntityCell> }>();
  const rowOf = ({ id, label }: { id: string; label: string }) => {
    const row = rows.get(id) ?? { label, cells: new Map<string, EntityCell>() };
    rows.set(id, row);
    return row;
  };
  for (const figure of counted.filter(({ scope }) => scope.kind === kind))
    rowOf(figure.scope).cells.set(figure.code, countedCell(figure, period));
  for (const line of objectives) {
    const entity = entityOf(kind, line);
    if (!entity) continue;
    const { cells } = rowOf(entity);
    cells.set(line.figure, judgedCell(line, cells.get(line.figure)));
  }
  return [...rows].map(([id, { label, cells }]) => ({ id, label, cells }));
}

function countedCell({ code, scope, numerator, denominator, rate, masked }: CountedFigure, period: Period): EntityCell {
  const query = (part: string) => {
    const name = LIST_PARAMETERS[scope.kind];
    return new URLSearchParams({ figure: code, part, ...period, ...(name && { [name]: scope.id }) }).toString();
  };
  return {
    ...{ numerator, denominator, rate, masked: masked ?? false, lines: [] },
    list: { numerator: query('numerateur'), denominator: query('denominateur') },
  };
}

function judgedCell(line: Objective, before: EntityCell | undefined): EntityCell {
  const { numerator, denominator, rate, masked, list } = line;
  return {
    ...{ numerator, denominator, rate, masked: masked ?? false },
    list: list ?? undefined,
    lines: [...(before?.lines ?? []), line],
  };
}
