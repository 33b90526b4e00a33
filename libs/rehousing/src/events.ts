import { FIRST_VERSION, RecordDefinition, StreamDefinition, type EventOf } from '#event-store';
import type { Changes, Day, Decimal, Uuid } from '#kernel';

/** An NPNRU operation, by which the households of a district's demolished or rebuilt dwellings are rehoused. */
export interface OperationFacts {
  readonly code: string;
  readonly name: string;
  /** The QPV that it is about. */
  readonly district: string;
  readonly landlord: string;
  /** Households to rehouse. */
  readonly planned: number;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

export const OPERATION_STREAMS = new RecordDefinition({
  category: 'operation',
  declared: 'RehousingOperationOpened',
  corrected: 'RehousingOperationCorrected',
  id: ({ code }: OperationFacts) => code,
});

export type OperationEvent = EventOf<typeof OPERATION_STREAMS>;

/** The stock that a household is rehoused in: new, under five years old, or older. */
export const STOCKS = ['neuf', 'moins_5_ans', 'ancien'] as const;
export type Stock = (typeof STOCKS)[number];

/** A household's resources in percent of the HLM ceiling: below 40, from 40 to 100 (both included), above 100. */
export type ResourcesBand = 'under-40' | '40-100' | 'over-100';

/** What a case says in clear: the figures read nothing else. */
export interface RehousingFacts {
  readonly operation: string;
  /** The day of the move; null while it is still to come. */
  readonly movedOn: Day | null;
  /** False: a move that another will follow. */
  readonly definitive: boolean;
  /** Where the household goes. */
  readonly residence: string | null;
  readonly stock: Stock | null;
  readonly resources: ResourcesBand | null;
  /** The net housing cost after the move is not above the one before; null where one of them is unknown. */
  readonly costConstant: boolean | null;
  /** Both surfaces are known: the case can be judged by square metre. */
  readonly surfacesKnown: boolean;
  /** The same by square metre; null where a cost or a surface is unknown. */
  readonly costConstantPerM2: boolean | null;
  /** The household is better housed than before. */
  readonly improved: boolean | null;
}

/** What is sealed with the household's key. */
export interface SealedRehousingFacts {
  readonly rehousingNumber: string;
  readonly householdNumber: string;
  /** The lease by which the household was rehoused. */
  readonly allocationNumber: string | null;
  readonly persons: number | null;
  /** Resources in percent of the HLM ceiling. */
  readonly ceilingShare: Decimal | null;
  /** Net housing cost, cents a month. */
  readonly costBefore: number | null;
  readonly costAfter: number | null;
  /** Hundredths of a square metre. */
  readonly surfaceBefore: number | null;
  readonly surfaceAfter: number | null;
  /** Dwellings that the household was offered. */
  readonly proposals: number | null;
}

/** All that the first event of a case says in clear. */
export type EnrolledFacts = { readonly household: Uuid } & RehousingFacts;

/**
 * The first event tells all that is known of the case, each later one the old and the new value of what it
 * changes. Its type says what has happened to the household by then: it was enrolled, it moved for a time, it is rehoused; or that
 * nothing did, and that what was said of it was wrong. The people part of a first event holds SealedRehousingFacts; that of a later one
 * `{ changes: Changes<SealedRehousingFacts> }`, or all the facts anew where the household itself is another.
 */
export type RehousingEvent =
  | { readonly type: 'HouseholdEnrolled'; readonly data: EnrolledFacts }
  | {
      readonly type: 'HouseholdMovedTemporarily' | 'RehousingCompleted';
      readonly data: EnrolledFacts | RehousingChange;
    }
  | { readonly type: 'RehousingCorrected'; readonly data: RehousingChange };

export interface RehousingChange {
  readonly changes: Changes<EnrolledFacts>;
}

/** One a case, by its random id. */
export const REHOUSING_STREAMS = new StreamDefinition<RehousingEvent>({
  category: 'rehousing',
  types: {
    HouseholdEnrolled: FIRST_VERSION,
    HouseholdMovedTemporarily: FIRST_VERSION,
    RehousingCompleted: FIRST_VERSION,
    RehousingCorrected: FIRST_VERSION,
  },
});
