import type { Scope } from '#access';
import type { Position } from '#event-store';
import type { ReadModel } from '#read-store';
import { TOTAL_INDEX } from '../figures/counters';
import { groupKey } from '../figures/groups';
import { countedGroups, countsAsOf, liveCounts } from '../report/counts';
import type { CountedDays } from './tally';

/** Leases of a period whose quartile is not known, or known only as 2–4. */
export interface UnknownQuartiles {
  readonly unknownQuartile: number;
  readonly partialQuartile: number;
}

/**
 * The unknown quartiles among the leases that an actor of this scope may see, as of the position. Null where a `live` counter is already
 * beyond the position.
 */
export async function unknownQuartiles(
  model: ReadModel,
  { from, to }: CountedDays,
  { position, live, scope }: { readonly position: Position; readonly live: boolean; readonly scope: Scope },
): Promise<UnknownQuartiles | null> {
  const query = { from, to, publics: [], ...countedGroups('epci') };
  // The counters are of the whole territory.
  const counts =
    live && scope.kind === 'all'
      ? await liveCounts(model, query, position)
      : await countsAsOf(model, query, position, scope);
  if (!counts) return null;
  const total = counts.get(groupKey('epci', ''));
  return {
    unknownQuartile: total?.[TOTAL_INDEX.unknownQuartile] ?? 0,
    partialQuartile: total?.[TOTAL_INDEX.partialQuartile] ?? 0,
  };
}
