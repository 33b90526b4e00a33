import type { Day } from '#kernel';
import type { AllocationFact } from '../figures/allocation-fact';
import { countersOf } from '../figures/counters';
import { residenceGroupOf, territoryGroupsOf } from '../figures/groups';
import type { CounterFamily } from './model';

/** Counters that grow or shrink by one in each of the groups. */
export interface Step {
  readonly groups: Readonly<Record<CounterFamily, readonly string[]>>;
  readonly counters: readonly number[];
  readonly by: 1 | -1;
}

/**
 * All that one event changes in the counters, by day, gathered before any of them is touched: a counter document takes the
 * whole of an event or nothing of it.
 */
export class Tally {
  private readonly byDay = new Map<Day, Step[]>();

  get days(): ReadonlyMap<Day, readonly Step[]> {
    return this.byDay;
  }

  /** The fact begins to count. */
  add(fact: AllocationFact): void {
    this.change(fact, 1);
  }

  /** The fact no longer counts. */
  remove(fact: AllocationFact): void {
    this.change(fact, -1);
  }

  private change(fact: AllocationFact, by: 1 | -1): void {
    const counters = countersOf(fact);
    if (counters.length === 0) return;
    const groups = { territory: territoryGroupsOf(fact), residence: [residenceGroupOf(fact)] };
    const steps = this.byDay.get(fact.day);
    if (steps) steps.push({ groups, counters, by });
    else this.byDay.set(fact.day, [{ groups, counters, by }]);
  }
}
