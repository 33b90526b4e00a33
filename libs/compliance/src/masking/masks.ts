import type { Nesting } from './figure-keys';
import { isSmall, suppressed, type Sum } from './suppression';

/** A group of leases with its counts, by key. */
export interface CountedGroup {
  readonly id: string;
  readonly counts: ReadonlyMap<string, number>;
  /** Beside those of every group. */
  readonly nestings?: readonly Nesting[];
}

/** Groups that make up another one, or a whole that is shown elsewhere. */
export interface Grouping {
  readonly parts: readonly string[];
  readonly total?: string;
}

export interface Counted {
  readonly groups: readonly CountedGroup[];
  readonly groupings: readonly Grouping[];
  readonly nestings: readonly Nesting[];
  /** The key of all leases of a group: where it is masked, the whole group is. */
  readonly whole: string;
}

/** The masked keys of each group, by its id. */
export type Masks = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The counts to mask so that none of the small ones is given back: not over the groups (a commune and its residences), nor within one (all leases
 * and their quartiles). Each of the two may mask more for the other, so both are asked until nothing changes; masks are only ever added.
 */
export function masksOf({ groups, groupings, nestings, whole }: Counted, keys: readonly string[]): Masks {
  const at = new Map(groups.map(({ id }, index) => [id, index]));
  const masked = new Map(keys.map((key) => [key, new Set<number>()]));
  const counted = (key: string): readonly number[] => groups.map(({ counts }) => counts.get(key) ?? 0);
  const columns = new Map(keys.map((key) => [key, counted(key)]));
  const sums = new Map(keys.map((key) => [key, sumsOf(groupings, columns.get(key)!, at)]));
  let stale = new Set(keys);
  while (stale.size > 0) {
    for (const key of stale)
      for (const cell of suppressed(columns.get(key)!, sums.get(key)!, masked.get(key))) masked.get(key)!.add(cell);
    stale = new Set();
    groups.forEach(({ counts, nestings: own = [] }, index) => {
      const about = { counts, nestings: [...own, ...nestings], whole, keys };
      for (const key of within(about, (one) => masked.get(one)?.has(index) ?? false)) {
        masked.get(key)!.add(index);
        stale.add(key);
      }
    });
  }
  return new Map(groups.map(({ id }, index) => [id, new Set(keys.filter((key) => masked.get(key)!.has(index)))]));
}

/** The sums of one count over the groups. Where groups are more than their total, as when a residence changed hands, they tell nothing of it. */
function sumsOf(
  groupings: readonly Grouping[],
  counts: readonly number[],
  at: ReadonlyMap<string, number>,
): readonly Sum[] {
  return groupings.flatMap(({ parts, total }): readonly Sum[] => {
    const cells = parts.flatMap((id) => at.get(id) ?? []);
    if (total === undefined) return [{ parts: cells }];
    const cell = at.get(total);
    if (cell === undefined) return [];
    const rest = counts[cell]! - cells.reduce((sum, one) => sum + counts[one]!, 0);
    if (rest < 0) return [];
    return [{ parts: cells, total: cell, ...(rest > 0 && { rest }) }];
  });
}

interface Within extends Pick<CountedGroup, 'counts'>, Pick<Counted, 'nestings' | 'whole'> {
  readonly keys: readonly string[];
}

/** The keys to mask in one group because of its other counts. */
function within({ counts, nestings, whole, keys }: Within, isMasked: (key: string) => boolean): ReadonlySet<string> {
  const added = new Set<string>();
  const isHidden = (key: string): boolean => added.has(key) || isMasked(key);
  const count = (key: string): number => counts.get(key) ?? 0;
  for (const nesting of nestings) {
    while (!isHidden(nesting.whole) && tellsFew(nesting, count, isHidden)) {
      const shown = nesting.parts.filter((key) => !isHidden(key) && count(key) > 0);
      added.add(shown.sort((a, b) => count(a) - count(b))[0] ?? nesting.whole);
    }
  }
  if (isHidden(whole)) for (const key of keys) if (!isMasked(key)) added.add(key);
  return added;
}

/** Whether what is not shown of the whole is few, or is one masked part alone. */
function tellsFew(
  { whole, parts, exact }: Nesting,
  count: (key: string) => number,
  isHidden: (key: string) => boolean,
): boolean {
  const hidden = parts.filter((key) => isHidden(key) && count(key) > 0);
  const shown = parts.filter((key) => !isHidden(key));
  const unseen = count(whole) - shown.reduce((sum, key) => sum + count(key), 0);
  return isSmall(unseen) || (exact === true && hidden.length === 1);
}
