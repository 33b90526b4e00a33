import type { Day } from '#kernel';
import type { AllocationFact } from '../figures/allocation-fact';
import { countersOf } from '../figures/counters';
import { residenceGroupOf, territoryGroupsOf } from '../figures/groups';
import type { CounterFamily } from './model';

/** Counters that grow or shrink by one in each of the groups, on the lease's day. */
export interface Step {
  readonly day: Day;
  readonly groups: Readonly<Record<CounterFamily, readonly string[]>>;
  readonly counters: readonly number[];
  readonly by: 1 | -1;
}

/**
 * All that one event changes in the counters, gathered before any of them is touched: a counter document takes the whole of an
 * event or nothing of it.
 */
export class Tally {
  private readonly all: Step[] = [];

  get steps(): readonly Step[] {
    return this.all;
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
    this.all.push({ day: fact.day, groups, counters, by });
  }
}
