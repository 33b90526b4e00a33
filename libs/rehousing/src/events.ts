import { FIRST_VERSION, RecordDefinition, StreamDefinition, type EventOf } from '#event-store';
import type { Changes, Day, Decimal, Uuid } from '#kernel';

/** An NPNRU operation. It rehouses the households of a district whose dwellings are demolished or rebuilt. */
export interface OperationFacts {
  readonly code: string;
  readonly name: string;
  /** The QPV of the operation. */
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

/** The clear facts of a case. Figures read only these. */
export interface RehousingFacts {
  readonly operation: string;
  /** The day of the move; null while it is still to come. */
  readonly movedOn: Day | null;
  /** False where another move will follow. */
  readonly definitive: boolean;
  /** The residence to which the household moves. */
  readonly residence: string | null;
  readonly stock: Stock | null;
  readonly resources: ResourcesBand | null;
  /** True where the net housing cost after the move is not above the cost before; null where one of the two is unknown. */
  readonly costConstant: boolean | null;
  /** True where both surfaces are known, so that the case can be judged by square metre. */
  readonly surfacesKnown: boolean;
  /** The same as `costConstant`, by square metre; null where a cost or a surface is unknown. */
  readonly costConstantPerM2: boolean | null;
  /** True where the household is better housed than before. */
  readonly improved: boolean | null;
}

/** The facts that are sealed with the household's key. */
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

/** All the clear facts of the first event of a case. */
export type EnrolledFacts = { readonly household: Uuid } & RehousingFacts;

/**
 * The first event of a case holds all its facts. Each later event holds the old and the new value of the facts that it
 * changes. The type of an event says what the household has reached: it is enrolled, it has moved for a time, it is
 * rehoused; or that earlier facts were wrong (`RehousingCorrected`). The sealed part of a first event holds
 * SealedRehousingFacts. That of a later event holds `{ changes: Changes<SealedRehousingFacts> }`, or all the sealed
 * facts where the case now belongs to another household.
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

/** One stream for each case, named by the random id of the case. */
export const REHOUSING_STREAMS = new StreamDefinition<RehousingEvent>({
  category: 'rehousing',
  types: {
    HouseholdEnrolled: FIRST_VERSION,
    HouseholdMovedTemporarily: FIRST_VERSION,
    RehousingCompleted: FIRST_VERSION,
    RehousingCorrected: FIRST_VERSION,
  },
});
