import {
  changeDays,
  conventionOn,
  type ConventionFacts,
  type Entities,
  type Objective,
  type ObjectiveScopeKind,
  type RecordedConvention,
} from '#convention';
import { canonicalJson, type Day, type Json } from '#kernel';
import type { FigureScope, FigureTargets, ReportScope } from '../figures/figure';
import type { TerritoryName } from '../report/report-groups';
import { aimOf, judged, type Aim } from './aim';

/** How a convention judges the figures of a period: by what is in force on its last day. */
export interface Judging {
  readonly targets: FigureTargets;
  readonly territory: TerritoryName;
}

/** A territory that has no SIREN in its convention. */
const UNNUMBERED = 'epci';

const CONTINGENT = 'contingent:';

const byDay = new WeakMap<RecordedConvention, Map<Day, Judging>>();
const KEPT_DAYS = 200;

/** What is in force on the day, ready to judge; kept, for reports ask again. */
export function judgingOn(recorded: RecordedConvention, day: Day): Judging {
  let kept = byDay.get(recorded);
  if (!kept) byDay.set(recorded, (kept = new Map<Day, Judging>()));
  let judging = kept.get(day);
  if (!judging) {
    if (kept.size >= KEPT_DAYS) kept.clear();
    kept.set(day, (judging = judgingBy(conventionOn(recorded, day))));
  }
  return judging;
}

/** Whether something that judges figures of the scope was otherwise on an earlier day of the period than on its last. */
export function targetsChanged(recorded: RecordedConvention, scope: ReportScope, from: Day, to: Day): boolean {
  const days = changeDays(recorded, from, to);
  if (days.length === 0) return false;
  const judgedOn = (day: Day): string => judgedBy(conventionOn(recorded, day).objectives, scope);
  const last = judgedOn(to);
  // Between two such days nothing changes.
  return [from, ...days].some((day) => judgedOn(day) !== last);
}

/** What an objective's scope calls what a figure is about. */
export function entityOf({ kind, id }: Pick<FigureScope, 'kind' | 'id'>): {
  readonly kind: ObjectiveScopeKind;
  readonly id: string;
} {
  if (kind !== 'reservataire' || !id.startsWith(CONTINGENT)) return { kind, id };
  return { kind: 'contingent', id: id.slice(CONTINGENT.length) };
}

export function isAbout({ kind, ids }: Entities, entity: { readonly kind: string; readonly id: string }): boolean {
  return kind === entity.kind && (ids === null || ids.includes(entity.id));
}

/** How reports name the territory. */
export function territoryNameOf({ territory }: ConventionFacts): TerritoryName {
  return { id: territory.siren ?? UNNUMBERED, label: territory.name };
}

function judgingBy(facts: ConventionFacts): Judging {
  const byFigure = new Map<string, Objective[]>();
  for (const objective of facts.objectives) {
    // Who it crosses the scope with is no group of the report.
    if (objective.actor) continue;
    const others = byFigure.get(objective.figure);
    if (others) others.push(objective);
    else byFigure.set(objective.figure, [objective]);
  }
  const aims = new Map<string, Aim | undefined>();
  const aimAt = (code: string, scope: FigureScope): Aim | undefined => {
    const key = `${code} ${scope.kind} ${scope.id}`;
    if (!aims.has(key)) {
      const entity = entityOf(scope);
      aims.set(key, aimOf((byFigure.get(code) ?? []).filter((objective) => isAbout(objective.scope, entity))));
    }
    return aims.get(key);
  };
  return {
    targets: ({ code, scope, numerator, denominator }) =>
      judged(byFigure.has(code) ? aimAt(code, scope) : undefined, { numerator, denominator }),
    territory: territoryNameOf(facts),
  };
}

/** All that decides what figures of the scope are held against. */
function judgedBy(objectives: readonly Objective[], scope: ReportScope): string {
  const kinds: readonly string[] = scope === 'reservataire' ? [scope, 'contingent'] : [scope];
  const judging = objectives
    .filter((objective) => !objective.actor && kinds.includes(objective.scope.kind) && objective.operator !== 'monitor')
    .map(({ code, figure, scope: about, operator, value }) => ({ code, figure, about, operator, value }));
  return canonicalJson(judging.sort((a, b) => (a.code < b.code ? -1 : 1)) as unknown as Json);
}
