import type { AllocationFact } from '../figures/allocation-fact';
import type { Position } from '#event-store';
import type { ModelDefinition } from '#read-store';

/** The end of a version that still holds: sorts after every position. */
export const OPEN = '~' as Position;

/** A version is the state before the events at positions after `from` and up to `to`. As of a position p, it holds where from ≤ p < to. */
export interface Versioned {
  readonly from: Position;
  readonly to: Position;
}

/** A version that begins with the event and still holds. */
export function openAt(position: Position): Versioned {
  return { from: position, to: OPEN };
}

/** One version of an allocation's fact. Id: `<allocation>@<from>`. */
export type AllocationDocument = AllocationFact &
  Versioned & {
    readonly allocation: string;
    /** Whether it was corrected or cancelled by that event; what follows by itself, as another threshold, is no correction. */
    readonly corrected: 0 | 1;
    /** The bits of the conditions that are kept: figures/definitions.ts. */
    readonly contributes: number;
  };

/** Vectors of the groups of one series over one day or month. Id: `<series>/<period>`. */
export interface CounterDocument {
  readonly series: CounterSeries;
  /** `AAAA-MM-JJ` or `AAAA-MM` */
  readonly period: string;
  /**
   * A group's key, its packed vector, the next group's key, and so on: see figures/groups.ts and figures/vector.ts. It
   * is a list because an object of hundreds of fields costs several times as much to make, write and read.
   */
  readonly groups: readonly string[];
}

export type CounterFamily = 'territory' | 'residence';
export type CounterGrain = 'day' | 'month';
export type CounterSeries = `${CounterFamily}/${CounterGrain}`;

/** Allocations with what they are joined with, the entities they are joined from, and their sums. */
export const COMPLIANCE_MODEL: ModelDefinition = {
  name: 'compliance',
  version: 8,
  collections: [
    {
      name: 'entities',
      columns: { key: 'text', kind: 'text', from: 'text', to: 'text' },
      indexes: [['key'], ['kind', 'to']],
    },
    {
      name: 'allocations',
      columns: {
        allocation: 'text',
        household: 'text',
        from: 'text',
        to: 'text',
        day: 'text',
        commissionOn: 'text',
        residence: 'text',
        commune: 'text',
        sector: 'text',
        landlord: 'text',
        holder: 'text',
        contingent: 'text',
        inQpv: 'integer',
        note: 'integer',
        quartile: 'text',
        priority: 'integer',
        homeWork: 'integer',
        essentialWorker: 'integer',
        transfer: 'integer',
        rehoused: 'integer',
        firstLetting: 'integer',
        delegated: 'integer',
        cancelled: 'integer',
        corrected: 'integer',
        dwellingType: 'text',
        financing: 'text',
        composition: 'text',
        publics: 'text',
        contributes: 'integer',
      },
      indexes: [['day'], ['residence', 'day'], ['household']],
      scopes: { landlord: 'landlord', holder: 'holder', commune: 'commune' },
    },
    {
      name: 'counters',
      columns: { series: 'text', period: 'text' },
      indexes: [['series', 'period']],
    },
  ],
};
