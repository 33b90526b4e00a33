import { applyChanges, type Uuid } from '#kernel';
import type { RecordedEvent } from '#event-store';
import type {
  AllocationCorrection,
  AllocationEvent,
  AllocationFacts,
  QuartileRevision,
  SealedAllocationFacts,
  SignedFacts,
} from './events';
import type { SealedPart } from './sealed-form';

/** An allocation as its events leave it. */
export interface Allocation {
  readonly revision: number;
  /** Of the row that last said something of it; undefined for a lease that came from no file. */
  readonly rowDigest: string | undefined;
  readonly facts: { readonly household: Uuid } & AllocationFacts;
}

export type AllocationRecorded = RecordedEvent<AllocationEvent['data']>;

/** The stream of one allocation. */
export function allocationStream(allocation: Uuid): string {
  return `allocation-${allocation}`;
}

export const ALLOCATION_EVENTS = [
  'AllocationSigned',
  'AllocationCorrected',
  'AllocationCancelled',
  'QuartileRevised',
  'HomeWorkRevised',
] as const;

/** The clear facts after one more event; the first must be `AllocationSigned`. */
export function evolve(state: Allocation | undefined, event: AllocationRecorded): Allocation {
  const rowDigest = event.metadata.rowDigest ?? state?.rowDigest;
  return { revision: event.revision, rowDigest, facts: factsAfter(state?.facts, event) };
}

function factsAfter(facts: Allocation['facts'] | undefined, event: AllocationRecorded): Allocation['facts'] {
  switch (event.type as AllocationEvent['type']) {
    case 'AllocationSigned':
      return { publics: [], ...(event.data as SignedFacts) };
    case 'AllocationCorrected':
    case 'AllocationCancelled':
      return applyChanges(facts!, (event.data as AllocationCorrection).changes);
    case 'QuartileRevised':
      return { ...facts!, quartile: (event.data as QuartileRevision).to };
    case 'HomeWorkRevised':
      return { ...facts!, homeWork: (event.data as { to: boolean }).to };
  }
}

/** The sealed facts after what the vault opened of one more event: all of them, or changes to them. */
export function evolveSealed(state: SealedAllocationFacts | undefined, opened: SealedPart): SealedAllocationFacts {
  return 'changes' in opened ? applyChanges(state!, opened.changes) : opened;
}
