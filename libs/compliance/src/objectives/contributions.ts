import type { ConventionFacts, Objective } from '#convention';
import type { Position } from '#event-store';
import type { Scope } from '#access';
import { rateOf, type Share } from '#kernel';
import { eachDocument, type FindQuery, type ReadModel } from '#read-store';
import { isEpciPart, type Contingent } from '#territory';
import { countersOf } from '../figures/counters';
import { groupKey, groupOf, groupsOf, isGroupKind, publicKey, publicOf, publicsOfLease } from '../figures/groups';
import type { Vector } from '../figures/vector';
import type { AllocationDocument } from '../projections/model';
import { CONTINGENT_LABELS, labelsAt } from '../report/report-groups';
import { fraction } from './exact';
import type { ObjectiveEntity, ObjectiveLine } from './line';
import type { CountedRehousings } from './rehousing-counts';
import { rehousingCounts } from './rehousing-counts';
import { addTo, objectiveCounts, type CountedDays } from './tally';

/** The kinds of parts that hold each lease of a whole once. */
export const PART_KINDS = ['commune', 'bailleur', 'reservataire', 'contingent', 'residence'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** A part of the whole that a line of an objective is about: an operation for a figure of rehousing. */
export interface Contribution {
  readonly scope: ObjectiveEntity<PartKind | 'operation'>;
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
  /** The rate of the whole less its rate without the part; null where the part is all of it, or where a count is aimed at. */
  readonly pull: Share | null;
  /** The numerator of the part less what the value asks of it; null where there is no share to reach. */
  readonly gap: Share | null;
}

/** What the parts are of. */
export interface Whole {
  readonly objective: Objective;
  readonly line: Pick<ObjectiveLine, 'scope' | 'actor'>;
  readonly counts: Share;
}

interface Reading {
  readonly model: ReadModel;
  readonly position: Position;
  /** The rows that the actor may see. */
  readonly scope: Scope;
  readonly days: CountedDays;
  readonly publics: ConventionFacts['publics'];
}

/** The parts of the whole by each kind, in the order of their ids; those that have nothing of the figure are left out. */
export async function contributionsOf(
  whole: Whole,
  kinds: readonly PartKind[],
  reading: Reading,
): Promise<readonly Contribution[]> {
  const { objective, line } = whole;
  const wanted = kinds.filter((kind) => kind !== line.scope.kind && kind !== line.actor?.kind);
  const counts = await countsOfParts(whole, wanted, reading);
  const parts: Contribution[] = [];
  for (const kind of wanted) {
    const labels =
      kind === 'contingent'
        ? new Map<string, string>(Object.entries(CONTINGENT_LABELS))
        : await labelsAt(reading.model, kind, reading.position);
    const keys = [...counts.keys()].filter((key) => publicOf(key) === undefined && groupOf(key).kind === kind);
    for (const key of keys.sort()) {
      const { code } = groupOf(key);
      const counted = objectiveCounts(objective.figure, key, counts, reading.publics);
      if (counted && counted.denominator > 0)
        parts.push(contribution({ kind, id: code, label: labels.get(code) ?? code }, counted, whole));
    }
  }
  return parts;
}

/** The operations, for a figure of rehousing of the whole territory. */
export function operationsOf(whole: Whole, rehousings: CountedRehousings): readonly Contribution[] {
  const { objective, line } = whole;
  if (line.scope.kind !== 'epci') return [];
  return rehousings.operations.flatMap(({ id, label }) => {
    const scope = { kind: 'operation', id, label } as const;
    const counted = rehousingCounts(objective.figure, scope, rehousings);
    return counted && counted.denominator > 0 ? contribution(scope, counted, whole) : [];
  });
}

export function contribution(
  scope: Contribution['scope'],
  { numerator, denominator }: Share,
  { objective, counts }: Pick<Whole, 'objective' | 'counts'>,
): Contribution {
  const isShare = objective.measure === 'share';
  return {
    scope,
    numerator,
    denominator,
    rate: rateOf({ numerator, denominator }),
    pull: isShare ? pullOf({ numerator, denominator }, counts) : null,
    gap: isShare ? gapOf({ numerator, denominator }, objective) : null,
  };
}

/** a/b − (a − p)/(b − q) = (p·b − a·q) / (b·(b − q)). */
function pullOf(part: Share, whole: Share): Share | null {
  const [p, q] = [BigInt(part.numerator), BigInt(part.denominator)];
  const [a, b] = [BigInt(whole.numerator), BigInt(whole.denominator)];
  return b === q || b === 0n ? null : fraction(p * b - a * q, b * (b - q));
}

/** p − q·n/d. */
function gapOf({ numerator, denominator }: Share, { operator, value }: Objective): Share | null {
  const aim = operator === 'zero' ? { numerator: 0, denominator: 1 } : value;
  if (!aim || operator === 'monitor') return null;
  const [n, d] = [BigInt(aim.numerator), BigInt(aim.denominator)];
  return fraction(BigInt(numerator) * d - n * BigInt(denominator), d);
}

/** No counter holds the crossing of groups, so the facts of the leases of the whole are read. */
async function countsOfParts(
  { line }: Whole,
  kinds: readonly PartKind[],
  { model, position, scope, days: { from, to } }: Reading,
): Promise<ReadonlyMap<string, Vector>> {
  const counts = new Map<string, Vector>();
  if (kinds.length === 0) return counts;
  const isOfWhole = membership(line);
  const facts: FindQuery = {
    collection: 'allocations',
    scope,
    where: { day: { gte: from, lte: to }, from: { lte: position }, to: { gt: position } },
    sort: [{ column: 'day', direction: 'asc' }],
    limit: 1_000,
  };
  await eachDocument<AllocationDocument>(model, facts, ({ body }) => {
    const counters = countersOf(body);
    const { territory, residence } = groupsOf(body);
    const groups = [...territory, ...residence];
    if (counters.length === 0 || !isOfWhole(body, groups)) return true;
    const publics = publicsOfLease(body);
    for (const key of groups.filter((group) => isPart(group, kinds)))
      for (const counted of [key, ...publics.map((code) => publicKey(key, code))]) addTo(counts, counted, counters);
    return true;
  });
  return counts;
}

/** The parts of the EPCI's contingent are no contingents beside it. */
function isPart(group: string, kinds: readonly PartKind[]): boolean {
  const { kind, code } = groupOf(group);
  return (
    publicOf(group) === undefined && (kinds as readonly string[]).includes(kind) && !isEpciPart(code as Contingent)
  );
}

function membership({
  scope,
  actor,
}: Whole['line']): (lease: AllocationDocument, groups: readonly string[]) => boolean {
  const keys = [scope, ...(actor ? [actor] : [])].flatMap(({ kind, id }) =>
    kind !== 'epci' && isGroupKind(kind) ? [groupKey(kind, id)] : [],
  );
  const isOutside = scope.kind === 'hors_qpv';
  return (lease, groups) => !(isOutside && lease.inQpv === 1) && keys.every((key) => groups.includes(key));
}
