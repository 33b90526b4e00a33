import type { ConventionFacts, Entities, Objective, ObjectiveActorKind, ObjectiveScopeKind } from '#convention';
import { isRehousingFigure, territoryNameOf, valueText } from '#convention';
import { rateOf, type Json, type Share } from '#kernel';
import { isEpciPart } from '#territory';
import type { AllocationFact } from '../figures/allocation-fact';
import { countersOf } from '../figures/counters';
import { epciPartOf, groupKey, isGroupKind, publicKey, publicsOfLease, type GroupKind } from '../figures/groups';
import { emptyVector, type Vector } from '../figures/vector';
import { aimOf, judged, judgedCount } from '../judging/aim';
import type { ObjectiveEntity } from '../objectives/line';
import { missingTo } from '../objectives/missing';
import { crossedKey, objectiveCounts, OUTSIDE_QPV_GROUP } from '../objectives/tally';
import type { Counts } from '../report/counts';
import { CONTINGENT_LABELS } from '../report/report-groups';
import { bearingOf, type Bearing } from './bearing';

/** The counts of an objective, and how it stands with them. */
export interface Stand {
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
  readonly status: 'met' | 'missed' | null;
  /** See `missingTo`. */
  readonly missing: number | null;
}

/** What one more lease changes in one objective, for one of the entities that the objective is about. */
export interface ObjectiveEffect {
  readonly code: string;
  readonly label: string;
  readonly figure: string;
  readonly scope: ObjectiveEntity;
  readonly actor: ObjectiveEntity<ObjectiveActorKind> | null;
  readonly operator: Objective['operator'];
  readonly measure: Objective['measure'];
  readonly valueText: string | null;
  readonly target: Json;
  readonly origin: 'loi' | 'locale';
  readonly source: string;
  readonly before: Stand;
  readonly after: Stand;
  readonly bearing: Bearing;
}

export interface EffectsOf {
  readonly fact: AllocationFact;
  /** The lease as it counts now, where `fact` takes its place; absent where `fact` is one more lease. */
  readonly replaced?: AllocationFact | undefined;
  readonly convention: ConventionFacts;
  /** The counts before the lease, in the period of the objective. */
  readonly countsFor: (objective: Objective) => Counts;
  /** The name of a commune, a landlord, a holder, a residence or a district; its code where it has none. */
  readonly nameOf: (kind: GroupKind, code: string) => string;
}

/**
 * What one more lease would change: one effect for each objective in force and each entity of it that counts the lease, the
 * weightiest first. An objective about other places is left out; so are those about rehousing, which count no lease.
 */
export function effectsOf(given: EffectsOf): readonly ObjectiveEffect[] {
  const { convention } = given;
  const objectives = convention.objectives.filter(({ figure }) => !isRehousingFigure(figure));
  const effects = objectives.flatMap((objective) =>
    touchedBy(objective.scope, given).flatMap((scope) =>
      (objective.actor ? touchedBy(objective.actor, given) : [null]).flatMap((actor) =>
        effectOn(objective, { scope, actor }, given),
      ),
    ),
  );
  return effects.sort(byWeight);
}

export interface Entity<Kind extends ObjectiveScopeKind = ObjectiveScopeKind> {
  readonly key: string;
  readonly entity: ObjectiveEntity<Kind>;
}

/** The entities that count the lease, or the one that it takes the place of. */
function touchedBy<Kind extends ObjectiveScopeKind>(about: Entities<Kind>, given: EffectsOf): readonly Entity<Kind>[] {
  const now = given.replaced ? entitiesOf(about, { ...given, fact: given.replaced }) : [];
  const then = entitiesOf(about, given);
  return [...then, ...now.filter(({ key }) => then.every((each) => each.key !== key))];
}

/** The entities of the kind that count the lease, among those that the objective names. */
export function entitiesOf<Kind extends ObjectiveScopeKind>(
  { kind, ids }: Entities<Kind>,
  { fact, convention, nameOf }: Pick<EffectsOf, 'fact' | 'convention' | 'nameOf'>,
): readonly Entity<Kind>[] {
  const { id, label } = territoryNameOf(convention);
  if (kind === 'epci') return [{ key: groupKey('epci', ''), entity: { kind, id, label } }];
  if (kind === 'hors_qpv') {
    if (fact.inQpv === 1) return [];
    return [{ key: OUTSIDE_QPV_GROUP, entity: { kind, id, label: `${label}, hors QPV` } }];
  }
  if (!isGroupKind(kind)) return [];
  return codesOf(kind, fact)
    .filter((code) => (ids === null ? !isEpciPart(code) : ids.includes(code)))
    .map((code) => ({
      key: groupKey(kind, code),
      entity: { kind, id: code, label: labelOf(kind, code, convention, nameOf) },
    }));
}

function codesOf(kind: GroupKind, fact: AllocationFact): readonly string[] {
  const codes: Readonly<Record<Exclude<GroupKind, 'epci'>, readonly (string | null)[]>> = {
    commune: [fact.commune],
    secteur: [fact.sector],
    bailleur: [fact.landlord],
    reservataire: [fact.holder],
    contingent: fact.contingent === 'epci' ? [fact.contingent, epciPartOf(fact)] : [fact.contingent],
    qpv: fact.districts,
    residence: [fact.residence],
  };
  return codes[kind as Exclude<GroupKind, 'epci'>].filter((code) => code !== null);
}

function labelOf(kind: GroupKind, code: string, { sectors }: ConventionFacts, nameOf: EffectsOf['nameOf']): string {
  if (kind === 'secteur') return sectors.find((sector) => sector.code === code)?.name ?? code;
  if (kind === 'contingent') return CONTINGENT_LABELS[code as keyof typeof CONTINGENT_LABELS] ?? code;
  return nameOf(kind, code);
}

function effectOn(
  objective: Objective,
  { scope, actor }: { readonly scope: Entity; readonly actor: Entity<ObjectiveActorKind> | null },
  given: EffectsOf,
): readonly ObjectiveEffect[] {
  const { publics } = given.convention;
  const key = keyOf(scope, actor);
  const counts = given.countsFor(objective);
  const before = objectiveCounts(objective.figure, key, counts, publics);
  const after = objectiveCounts(objective.figure, key, afterwards(counts, { scope, actor, key }, given), publics);
  // A figure that nothing counts, such as that of a public that the convention no longer follows.
  if (!before || !after) return [];
  return [
    {
      code: objective.code,
      label: objective.name,
      figure: objective.figure,
      scope: scope.entity,
      actor: actor && actor.entity,
      operator: objective.operator,
      measure: objective.measure,
      valueText: objective.value && valueText(objective, objective.value),
      target: judgementOf(objective, before).target,
      origin: objective.origin === 'law' ? 'loi' : 'locale',
      source: objective.source,
      before: standOf(objective, before),
      after: standOf(objective, after),
      bearing: bearingOf(objective, before, after),
    },
  ];
}

function keyOf({ key, entity }: Entity, actor: Entity | null): string {
  if (entity.kind === 'hors_qpv') return crossedKey(key, actor?.key ?? groupKey('epci', ''));
  return actor ? crossedKey(key, actor.key) : key;
}

/** The counts of the group, and of each public in it, with one more lease, or with the lease in the place of another. */
function afterwards(
  counts: Counts,
  { scope, actor, key }: { readonly scope: Entity; readonly actor: Entity | null; readonly key: string },
  { fact, replaced, ...given }: EffectsOf,
): Counts {
  const isCounted = (each: AllocationFact): boolean =>
    [scope, actor].every((one) => one === null || isCountedBy(one, { ...given, fact: each }));
  const without = replaced && isCounted(replaced) ? moved(counts, key, { fact: replaced, by: -1, ...given }) : counts;
  return isCounted(fact) ? moved(without, key, { fact, by: 1, ...given }) : without;
}

function isCountedBy({ key, entity }: Entity, given: Pick<EffectsOf, 'fact' | 'convention' | 'nameOf'>): boolean {
  const about = { kind: entity.kind, ids: isSingle(entity.kind) ? null : [entity.id] };
  return entitiesOf(about, given).some((each) => each.key === key);
}

function isSingle(kind: ObjectiveScopeKind): boolean {
  return kind === 'epci' || kind === 'hors_qpv';
}

/** The counts with one lease more, or less. */
function moved(
  counts: Counts,
  key: string,
  { fact, by, convention }: { readonly fact: AllocationFact; readonly by: 1 | -1 } & Pick<EffectsOf, 'convention'>,
): Counts {
  const counters = countersOf(fact);
  const belongs = publicsOfLease(fact);
  const after = new Map([[key, changed(counts.get(key), counters, by)]]);
  for (const { code } of convention.publics) {
    const ofPublic = publicKey(key, code);
    after.set(ofPublic, changed(counts.get(ofPublic), belongs.includes(code) ? counters : [], by));
  }
  return after;
}

function changed(vector: Vector | undefined, counters: readonly number[], by: 1 | -1): Vector {
  const after = emptyVector();
  for (const [index, count] of (vector ?? []).entries()) after[index] = count;
  for (const counter of counters) after[counter]! += by;
  return after;
}

function judgementOf(objective: Objective, counts: Share) {
  return objective.measure === 'share' ? judged(aimOf([objective]), counts) : judgedCount(objective, counts);
}

function standOf(objective: Objective, counts: Share): Stand {
  const { status } = judgementOf(objective, counts);
  const { numerator, denominator } = counts;
  return { numerator, denominator, rate: rateOf(counts), status, missing: missingTo(objective, counts) };
}

/**
 * The weightiest first: an objective that the lease makes met or missed; then those that it moves, first the missed ones;
 * then the law before the convention. Equals keep the order of the convention.
 */
function byWeight(a: ObjectiveEffect, b: ObjectiveEffect): number {
  return weightOf(b) - weightOf(a);
}

function weightOf({ before, after, bearing, origin }: ObjectiveEffect): number {
  const changes = before.status !== after.status && before.status !== null ? 8 : 0;
  const moves = bearing === 'none' ? 0 : 4;
  const isMissed = before.status === 'missed' ? 2 : 0;
  return changes + moves + isMissed + (origin === 'loi' ? 1 : 0);
}
