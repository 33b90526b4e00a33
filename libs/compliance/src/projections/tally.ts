import type { Day } from '#kernel';
import type { AllocationFact } from '../figures/allocation-fact';
import { countersOf } from '../figures/counters';
import { residenceGroupOf, territoryGroupsOf } from '../figures/groups';
import { emptyVector, type Vector } from '../figures/vector';
import type { CounterFamily } from './model';

/** By group key, what one event adds to or takes from its counts. */
export type GroupDeltas = ReadonlyMap<string, Vector>;
export type DayDeltas = Readonly<Record<CounterFamily, GroupDeltas>>;

/**
 * All that one event changes in the counters, summed by day before any of them is touched: a counter document takes the
 * whole of an event or nothing of it.
 */
export class Tally {
  private readonly byDay = new Map<Day, Record<CounterFamily, Map<string, Vector>>>();

  get days(): ReadonlyMap<Day, DayDeltas> {
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
    let day = this.byDay.get(fact.day);
    if (!day) this.byDay.set(fact.day, (day = { territory: new Map(), residence: new Map() }));
    for (const group of territoryGroupsOf(fact)) addAt(day.territory, group, counters, by);
    addAt(day.residence, residenceGroupOf(fact), counters, by);
  }
}

function addAt(groups: Map<string, Vector>, group: string, counters: readonly number[], by: 1 | -1): void {
  let vector = groups.get(group);
  if (!vector) groups.set(group, (vector = emptyVector()));
  for (const counter of counters) vector[counter]! += by;
}
