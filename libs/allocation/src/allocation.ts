import { applyChanges, type Uuid } from '#kernel';
import type { RecordedAs } from '#event-store';
import type { AllocationEvent, AllocationFacts, LeaseEventRecorded, SealedAllocationFacts } from './events';
import type { SealedPart } from './sealed-form';

/** An allocation, folded: its clear facts. */
export interface Allocation {
  readonly revision: number;
  /** The digest of the last row about it; undefined for a lease that came from no file. */
  readonly rowDigest: string | undefined;
  /** The live process signed it. A file completes such a lease, and does not tell it whole. */
  readonly isLive: boolean;
  readonly facts: { readonly household: Uuid } & AllocationFacts;
}

export type AllocationRecorded = RecordedAs<AllocationEvent>;

/** The lease after one more event; undefined as long as none was signed. The first of its events must be `AllocationSigned`. */
export function evolve(state: Allocation | undefined, event: AllocationRecorded): Allocation | undefined {
  if (event.type === 'AllocationAbandoned') return state;
  const rowDigest = event.metadata.rowDigest ?? state?.rowDigest;
  const isLive = state?.isLive ?? event.metadata.rowDigest === undefined;
  return { revision: event.revision, rowDigest, isLive, facts: factsAfter(state?.facts, event) };
}

function factsAfter(facts: Allocation['facts'] | undefined, event: LeaseEventRecorded): Allocation['facts'] {
  switch (event.type) {
    case 'AllocationSigned': {
      const { basis: _basis, forOneTurn: _turn, outsideFlow: _outside, delegatedTo: _delegate, ...signed } = event.data;
      return { publics: [], ...signed };
    }
    case 'AllocationCorrected':
    case 'AllocationCancelled':
      return applyChanges(facts!, event.data.changes);
    case 'QuartileRevised':
      return { ...facts!, quartile: event.data.to };
    case 'HomeWorkRevised':
      return { ...facts!, homeWork: event.data.to };
  }
}

/** The sealed facts after one more opened box, which holds all of them or changes to them. */
export function evolveSealed(state: SealedAllocationFacts | undefined, opened: SealedPart): SealedAllocationFacts {
  return 'changes' in opened ? applyChanges(state!, opened.changes) : opened;
}
