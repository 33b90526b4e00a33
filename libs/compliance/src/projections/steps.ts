import type { Day } from '#kernel';
import type { AllocationFact } from '../figures/allocation-fact';
import { countersOf } from '../figures/counters';
import { groupsOf, type CountedGroups } from '../figures/groups';

/**
 * Counters that grow or shrink by one in each of the groups, on the lease's day. All the steps of an event are gathered before any of
 * them is taken: a counter document takes the whole of an event or nothing of it.
 */
export interface Step {
  readonly day: Day;
  readonly groups: CountedGroups;
  readonly counters: readonly number[];
  readonly by: 1 | -1;
}

const NONE: readonly Step[] = [];

/** The steps that stop counting the allocation as `before`, and count it as `after`. */
export function stepsBetween(before: AllocationFact | null, after: AllocationFact): readonly Step[] {
  const removed = before && stepOf(before, -1);
  const added = stepOf(after, 1);
  if (removed) return added ? [removed, added] : [removed];
  return added ? [added] : NONE;
}

/** Null where the fact counts nowhere. */
function stepOf(fact: AllocationFact, by: 1 | -1): Step | null {
  const counters = countersOf(fact);
  if (counters.length === 0) return null;
  return { day: fact.day, groups: groupsOf(fact), counters, by };
}
