import { valueText, type Objective, type ObjectiveActorKind, type ObjectiveScopeKind } from '#convention';
import { compareShares, rateOf, type AsOf, type Day, type Json, type Share } from '#kernel';
import type { Figure, Judgement } from '../figures/figure';
import { aimOf, judged, judgedCount } from '../judging/aim';
import { listQueries } from './list-query';
import { missingTo } from './missing';
import type { CountedDays } from './tally';

export interface ObjectiveEntity<Kind extends string = ObjectiveScopeKind> {
  readonly kind: Kind;
  readonly id: string;
  readonly label: string;
}

/** A figure's counts over some days; null where nothing counts that figure. */
interface Counted {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly rate: number | null;
}

/** One objective for one entity, over the period and over the same days a year before. */
export interface ObjectiveLine extends Counted {
  readonly code: string;
  readonly label: string;
  readonly figure: string;
  readonly scope: ObjectiveEntity;
  readonly actor: ObjectiveEntity<ObjectiveActorKind> | null;
  readonly operator: Objective['operator'];
  /** What `value` is: a share, or a count of the numerator. */
  readonly measure: Objective['measure'];
  /** The unrounded fraction or the count, and its text in the file. */
  readonly value: number | null;
  readonly valueText: string | null;
  readonly target: Json;
  readonly period: 'annee' | 'semestre';
  readonly origin: 'loi' | 'locale';
  readonly source: string;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  readonly status: Figure['status'];
  /** See `missingTo`. */
  readonly missing: number | null;
  /** The rate minus the value, unrounded; for a count, the numerator minus the value. */
  readonly distance: number | null;
  readonly previous: Counted & CountedDays;
  /** The rate minus the previous rate, unrounded. */
  readonly change: number | null;
  readonly trend: 'up' | 'down' | 'same' | null;
  /** Query strings of /api/allocations; null for a figure of rehousing. */
  readonly list: { readonly numerator: string; readonly denominator: string } | null;
  /** Present where its counts may not be told to its reader. */
  readonly masked?: true;
}

export interface LineParts {
  readonly objective: Objective;
  readonly scope: ObjectiveEntity;
  readonly actor: ObjectiveEntity<ObjectiveActorKind> | null;
  readonly days: CountedDays;
  readonly counts: Share | null;
  readonly previousDays: CountedDays;
  readonly previousCounts: Share | null;
  readonly asOf: AsOf | undefined;
}

export function lineOf(parts: LineParts): ObjectiveLine {
  const { objective, scope, actor, counts, previousCounts } = parts;
  const judgement = judgementOf(objective, counts);
  const [now, before] = [counted(counts), counted(previousCounts)];
  return {
    code: objective.code,
    label: objective.name,
    figure: objective.figure,
    scope,
    actor,
    operator: objective.operator,
    measure: objective.measure,
    value: objective.value && rateOf(objective.value),
    valueText: objective.value && valueText(objective, objective.value),
    target: judgement.target,
    period: objective.period === 'year' ? 'annee' : 'semestre',
    origin: objective.origin === 'law' ? 'loi' : 'locale',
    source: objective.source,
    firstDay: objective.firstDay,
    lastDay: objective.lastDay,
    ...now,
    status: judgement.status,
    missing: counts && missingTo(objective, counts, objective.figure === 'REHOUSED' ? 'numerator' : 'both'),
    distance: distanceOf(objective, counts),
    previous: { ...parts.previousDays, ...before },
    change: now.rate === null || before.rate === null ? null : now.rate - before.rate,
    trend: trendOf(objective, counts, previousCounts),
    list: listQueries(objective.figure, actor ? [scope, actor] : [scope], parts.days, parts.asOf),
  };
}

const NOTHING_COUNTED: Share = { numerator: 0, denominator: 0 };

function judgementOf(objective: Objective, counts: Share | null): Judgement {
  if (objective.measure === 'share') return judged(aimOf([objective]), counts ?? NOTHING_COUNTED);
  const judgement = judgedCount(objective, counts ?? NOTHING_COUNTED);
  return counts ? judgement : { ...judgement, status: null };
}

function distanceOf({ measure, value }: Objective, counts: Share | null): number | null {
  if (!value || !counts) return null;
  if (measure === 'count') return counts.numerator - value.numerator;
  const rate = rateOf(counts);
  return rate === null ? null : rate - rateOf(value)!;
}

function counted(counts: Share | null): Counted {
  return {
    numerator: counts?.numerator ?? null,
    denominator: counts?.denominator ?? null,
    rate: counts && rateOf(counts),
  };
}

/** Compares exactly: two rates that are printed alike may differ. */
function trendOf({ measure }: Objective, now: Share | null, before: Share | null): ObjectiveLine['trend'] {
  if (!now || !before) return null;
  if (measure === 'share' && (now.denominator === 0 || before.denominator === 0)) return null;
  const order = measure === 'count' ? now.numerator - before.numerator : compareShares(now, before);
  return order > 0 ? 'up' : order < 0 ? 'down' : 'same';
}
