import { applyChanges, type Uuid } from '#kernel';
import type { RecordedAs } from '#event-store';
import type { AllocationEvent, AllocationFacts, SealedAllocationFacts } from './events';
import type { SealedPart } from './sealed-form';

/** An allocation, folded: its clear facts. */
export interface Allocation {
  readonly revision: number;
  /** The digest of the last row about it; undefined for a lease that came from no file. */
  readonly rowDigest: string | undefined;
  readonly facts: { readonly household: Uuid } & AllocationFacts;
}

export type AllocationRecorded = RecordedAs<AllocationEvent>;

/** The clear facts after one more event. The first event must be `AllocationSigned`. */
export function evolve(state: Allocation | undefined, event: AllocationRecorded): Allocation {
  const rowDigest = event.metadata.rowDigest ?? state?.rowDigest;
  return { revision: event.revision, rowDigest, facts: factsAfter(state?.facts, event) };
}

function factsAfter(facts: Allocation['facts'] | undefined, event: AllocationEvent): Allocation['facts'] {
  switch (event.type) {
    case 'AllocationSigned':
      return { publics: [], ...event.data };
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
