import { EVERYTHING } from '#access';
import type { Position } from '#event-store';
import type { Day, Share } from '#kernel';
import { eachDocument, type FindQuery, type ReadModel } from '#read-store';
import { countersOf, TOTAL_INDEX } from '../figures/counters';
import { figureCounts, publicFigureCode } from '../figures/figure';
import { groupOf, groupsOf, publicKey, publicOf, publicsOfLease, type GroupKind } from '../figures/groups';
import { emptyVector, type Vector } from '../figures/vector';
import type { AllocationDocument } from '../projections/model';
import { countsAsOf, liveCounts, type Counts } from '../report/counts';

/** The groups that objectives need: kinds of groups, and crossings of one kind with another. */
export interface Wanted {
  readonly kinds: ReadonlySet<GroupKind>;
  /** The codes of the convention's publics: each group is counted for each of them too. */
  readonly publics: readonly string[];
  readonly crossings: readonly Crossing[];
}

/** The leases outside QPV are no group of the counters: they are always counted with another group. */
export type Crossing = readonly [scope: GroupKind | 'hors_qpv', actor: GroupKind];
export const OUTSIDE_QPV_GROUP = 'hors_qpv:';

export interface CountedDays {
  readonly from: Day;
  readonly to: Day;
}

/** The key of the crossing of two groups. `groupOf` reads no known kind of group from it. */
export function crossedKey(scope: string, actor: string): string {
  return `\u001e${scope}\u001e${actor}`;
}

/**
 * The counts of an objective's figure, from the counts by group. This is the only place where they are computed. Null
 * for a public that the convention does not follow.
 */
export function objectiveCounts(
  figure: string,
  key: string,
  counts: Counts,
  publics: readonly { readonly code: string }[],
): Share | null {
  const vector = counts.get(key) ?? emptyVector();
  const counted = figureCounts(figure, vector);
  if (counted) return counted;
  const followed = publics.find(({ code }) => publicFigureCode(code) === figure);
  if (!followed) return null;
  const ofPublic = counts.get(publicKey(key, followed.code)) ?? emptyVector();
  return { numerator: ofPublic[TOTAL_INDEX.leases]!, denominator: vector[TOTAL_INDEX.leases]! };
}

/** The wanted counts over the days, as of the position. Null where a `live` counter is already beyond the position. */
export async function tallyOf(
  model: ReadModel,
  wanted: Wanted,
  days: CountedDays,
  { position, live }: { readonly position: Position; readonly live: boolean },
): Promise<Counts | null> {
  const all = new Map<string, Vector>();
  const territory = [...wanted.kinds].filter((kind) => kind !== 'residence');
  const families = [
    { family: 'territory', kinds: territory },
    { family: 'residence', kinds: wanted.kinds.has('residence') ? (['residence'] as const) : [] },
  ] as const;
  for (const { family, kinds } of families) {
    if (kinds.length === 0) continue;
    const query = { ...days, family, kinds, publics: wanted.publics };
    const counts = live
      ? await liveCounts(model, query, position)
      : await countsAsOf(model, query, position, EVERYTHING);
    if (!counts) return null;
    for (const [key, vector] of counts) all.set(key, vector as Vector);
  }
  if (wanted.crossings.length > 0) await addCrossed(all, model, wanted.crossings, days, position);
  return all;
}

/** No counter holds the crossing of two groups, so the facts of the leases are read. */
async function addCrossed(
  counts: Map<string, Vector>,
  model: ReadModel,
  crossings: Wanted['crossings'],
  { from, to }: CountedDays,
  position: Position,
): Promise<void> {
  const facts: FindQuery = {
    collection: 'allocations',
    scope: EVERYTHING,
    where: { day: { gte: from, lte: to }, from: { lte: position }, to: { gt: position } },
    sort: [{ column: 'day', direction: 'asc' }],
    limit: 1_000,
  };
  await eachDocument<AllocationDocument>(model, facts, ({ body }) => {
    const counters = countersOf(body);
    if (counters.length === 0) return true;
    const { territory, residence } = groupsOf(body);
    const groups = [...territory, ...residence].filter((key) => publicOf(key) === undefined);
    const outside = body.inQpv === 1 ? [] : [OUTSIDE_QPV_GROUP];
    const ofKind = (kind: Crossing[number]) =>
      kind === 'hors_qpv' ? outside : groups.filter((key) => groupOf(key).kind === kind);
    const publics = publicsOfLease(body);
    for (const [scope, actor] of crossings)
      for (const about of ofKind(scope))
        for (const whose of ofKind(actor)) {
          const key = crossedKey(about, whose);
          for (const counted of [key, ...publics.map((code) => publicKey(key, code))]) addTo(counts, counted, counters);
        }
    return true;
  });
}

/** Adds one lease to the counts of a key. */
export function addTo(counts: Map<string, Vector>, key: string, counters: readonly number[]): void {
  let vector = counts.get(key);
  if (!vector) counts.set(key, (vector = emptyVector()));
  for (const counter of counters) vector[counter]! += 1;
}
