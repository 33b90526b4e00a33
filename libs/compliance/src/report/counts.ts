import { EVERYTHING, type Scope } from '#access';
import type { Position } from '#event-store';
import type { Day } from '#kernel';
import { eachDocument, type FindQuery, type ReadModel, type StoredDocument } from '#read-store';
import { countersOf } from '../figures/counters';
import type { ReportScope } from '../figures/figure';
import { groupsOf, publicOf, type GroupKind } from '../figures/groups';
import { addPacked, emptyVector, type Vector } from '../figures/vector';
import type { AllocationDocument, CounterDocument, CounterFamily } from '../projections/model';
import { splitPeriod, type PeriodRange } from './period';

const PAGE = 1_000;

/** Counts by group key. */
export type Counts = ReadonlyMap<string, Vector>;

/** The days, both included, and the groups to count. */
export interface CountsQuery {
  readonly from: Day;
  readonly to: Day;
  readonly family: CounterFamily;
  readonly kinds: readonly GroupKind[];
  /** The publics for which each group is counted too, under a key of its own. */
  readonly publics: readonly string[];
  /** The keys of the groups to count one by one; every group of the kinds where absent. */
  readonly only?: ReadonlySet<string>;
}

/** The key under which the residences that are not among `only` are counted together: their leases belong to the total. */
const OTHERS = '';

/**
 * The family and the kinds of groups that a scope needs. They also cover the whole territory, for which reports count
 * the unknown quartiles.
 */
export function countedGroups(scope: ReportScope): Pick<CountsQuery, 'family' | 'kinds'> {
  if (scope === 'residence') return { family: 'residence', kinds: ['residence'] };
  return { family: 'territory', kinds: scope === 'reservataire' ? ['epci', scope, 'contingent'] : ['epci', scope] };
}

/**
 * The live counts, or null where a counter document is already beyond the position: the projection is writing, and the
 * sum would mix two moments.
 */
export async function liveCounts(model: ReadModel, query: CountsQuery, position: Position): Promise<Counts | null> {
  const { months, days } = splitPeriod(query.from, query.to);
  const counts = new Map<string, Vector>();
  const add = ({ position: written, body }: StoredDocument<CounterDocument>): boolean => {
    if (written > position) return false;
    const { groups } = body;
    for (let at = 0; at < groups.length; at += 2) {
      const key = keptKey(query, groups[at]!);
      if (key !== undefined) addPacked(vectorOf(counts, key), groups[at + 1]!);
    }
    return true;
  };
  if (months && !(await eachDocument(model, countersBetween(`${query.family}/month`, months), add))) return null;
  for (const range of days) {
    if (!(await eachDocument(model, countersBetween(`${query.family}/day`, range), add))) return null;
  }
  return counts;
}

/** The counts as of a position, from the facts that held then. Rows that the scope hides are not counted. */
export async function countsAsOf(
  model: ReadModel,
  query: CountsQuery,
  position: Position,
  scope: Scope,
): Promise<Counts> {
  const counts = new Map<string, Vector>();
  const facts: FindQuery = {
    collection: 'allocations',
    scope,
    where: { day: { gte: query.from, lte: query.to }, from: { lte: position }, to: { gt: position } },
    sort: [{ column: 'day', direction: 'asc' }],
    limit: PAGE,
  };
  await eachDocument<AllocationDocument>(model, facts, ({ body }) => {
    const counters = countersOf(body);
    const groups = counters.length > 0 ? groupsOf(body)[query.family] : [];
    for (const key of groups.flatMap((group) => keptKey(query, group) ?? [])) {
      const vector = vectorOf(counts, key);
      for (const counter of counters) vector[counter]! += 1;
    }
    return true;
  });
  return counts;
}

function countersBetween(series: CounterDocument['series'], { first, last }: PeriodRange): FindQuery {
  return {
    collection: 'counters',
    scope: EVERYTHING,
    where: { series, period: { gte: first, lte: last } },
    limit: PAGE,
  };
}

/** The key under which the counts of a group are kept; undefined where they are not. */
function keptKey(query: CountsQuery, group: string): string | undefined {
  if (!isWanted(query, group)) return undefined;
  if (!query.only) return group;
  const ofPublic = publicOf(group);
  const whole = ofPublic === undefined ? group : group.slice(0, -ofPublic.length - 1);
  if (query.only.has(whole)) return group;
  return query.family === 'residence' && ofPublic === undefined ? OTHERS : undefined;
}

function isWanted({ kinds, publics }: CountsQuery, group: string): boolean {
  if (!kinds.some((kind) => group.startsWith(kind) && group[kind.length] === ':')) return false;
  const ofPublic = publicOf(group);
  return ofPublic === undefined || publics.includes(ofPublic);
}

function vectorOf(counts: Map<string, Vector>, group: string): Vector {
  let vector = counts.get(group);
  if (!vector) counts.set(group, (vector = emptyVector()));
  return vector;
}
