import { FIRST_VERSION, StreamDefinition } from '#event-store';
import type { Changes, Day, Uuid } from '#kernel';
import type { DwellingType, Financing } from '#territory';

export type Quartile = 1 | 2 | 3 | 4;
/** A quartile, an open range where the year's upper bounds are not known, or null: unknown. */
export type QuartileFact = Quartile | '2-4' | '3-4' | null;

export const COMPOSITIONS = ['seul', 'couple', 'couple_enfants', 'monoparentale', 'nombreuse', 'autre'] as const;
export type Composition = (typeof COMPOSITIONS)[number];
export const APPLICATION_KINDS = ['premier_acces', 'mutation'] as const;
export const REHOUSING_KINDS = ['anru', 'orcod'] as const;

/** The facts of an allocation that are in clear. The figures read nothing else. */
export interface AllocationFacts {
  readonly signedOn: Day;
  readonly commissionOn: Day | null;
  readonly residence: string;
  readonly dwellingType: DwellingType | null;
  readonly financing: Financing | null;
  readonly firstLetting: boolean | null;
  /** The lease never took effect: it no longer counts. */
  readonly cancelled: boolean | null;
  readonly holder: string;
  readonly transfer: boolean;
  readonly quartile: QuartileFact;
  /** DALO or any category of L441-1. */
  readonly priority: boolean;
  readonly homeWork: boolean;
  readonly essentialWorker: boolean | null;
  /** ANRU or ORCOD. */
  readonly rehoused: boolean;
  readonly composition: Composition | null;
  /** Codes of the convention's publics to which the household belongs, in their order. */
  readonly publics: readonly string[];
}

/** How the dwelling of a live lease was reserved. Each field is absent where there is nothing to say. No file tells it. */
export interface ReservedFacts {
  /** The right on which the household was designated, where it is no plain reservation: `dalo_prefet`, `substitution`, `refus_dalo`. */
  readonly basis?: string;
  /** The landlord designated in the turn of the holder. */
  readonly forOneTurn?: true;
  /** Why the lease is outside every share of the flow (R441-5). */
  readonly outsideFlow?: string;
  /** The commune to which the EPCI delegates its right. */
  readonly delegatedTo?: string;
}

/** The facts in `AllocationSigned`. `publics` is absent where there are none, and from events older than the field. */
export type SignedFacts = { readonly household: Uuid } & Omit<AllocationFacts, 'publics'> &
  Partial<Pick<AllocationFacts, 'publics'>> &
  ReservedFacts;

/** The facts that are sealed with the household's key. */
export interface SealedAllocationFacts {
  readonly allocationNumber: string;
  readonly householdNumber: string;
  readonly dwellingReference: string;
  readonly personsOf14OrMore: number;
  readonly childrenUnder14: number;
  /** Cents a year. */
  readonly income: number | null;
  /** The quartile in the file. It is used where there is no income. */
  readonly givenQuartile: Quartile | null;
  readonly dalo: boolean;
  readonly priorityCategory: string | null;
  readonly rehousing: (typeof REHOUSING_KINDS)[number] | null;
  readonly homeCommune: string | null;
  readonly workCommune: string | null;
  readonly professionalMobility: boolean | null;
}

/**
 * The people part of `AllocationSigned` holds SealedAllocationFacts; that of a correction holds
 * `{ changes: Changes<SealedAllocationFacts> }`, or all the facts anew where the household itself is another.
 */
export type AllocationEvent =
  | { readonly type: 'AllocationSigned'; readonly data: SignedFacts }
  | { readonly type: 'AllocationCorrected' | 'AllocationCancelled'; readonly data: AllocationCorrection }
  | { readonly type: 'QuartileRevised'; readonly data: QuartileRevision }
  | { readonly type: 'HomeWorkRevised'; readonly data: HomeWorkRevision }
  /**
   * The lease was not signed, and a signature that comes late now fails on its revision: what was claimed for it is given
   * to the lease `for`, or to nobody yet. A lease under the same number may be signed after it.
   */
  | { readonly type: 'AllocationAbandoned'; readonly data: { readonly for: Uuid | null } };

export interface AllocationCorrection {
  readonly changes: Changes<{ readonly household: Uuid } & AllocationFacts>;
  /** Why, as a coded word; absent where a row of a file corrects. */
  readonly motive?: string;
  /** The day on which the lease was cancelled; absent where a file says only that it was. */
  readonly on?: Day;
}

/** A bound that was recorded late moves the allocation to another quartile. */
export interface QuartileRevision {
  readonly from: QuartileFact;
  readonly to: QuartileFact;
  /** The year whose bounds were recorded. */
  readonly threshold: number;
}

/** A commune that joined the EPCI makes the work of the household one inside it. */
export interface HomeWorkRevision {
  readonly from: boolean;
  readonly to: boolean;
}

/** One an allocation, by its random id. */
export const ALLOCATION_STREAMS = new StreamDefinition<AllocationEvent>({
  category: 'allocation',
  types: {
    AllocationSigned: FIRST_VERSION,
    AllocationCorrected: FIRST_VERSION,
    AllocationCancelled: FIRST_VERSION,
    QuartileRevised: FIRST_VERSION,
    HomeWorkRevised: FIRST_VERSION,
    AllocationAbandoned: FIRST_VERSION,
  },
});

/** The types that say something of a lease: all but the one that says that there is none. */
export const LEASE_EVENT_TYPES: readonly string[] = ALLOCATION_STREAMS.types.filter(
  (type) => type !== 'AllocationAbandoned',
);

/** An event about a lease that was signed. */
export type LeaseEventRecorded = Exclude<AllocationEvent, { readonly type: 'AllocationAbandoned' }>;
