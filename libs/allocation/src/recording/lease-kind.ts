import type { Recorded, RowKind, SealedHistory } from '#deciding';
import { isRefusal } from '#kernel';
import { evolve, evolveSealed, type Allocation } from '../allocation';
import { ALLOCATION_STREAMS, type AllocationEvent, type SealedAllocationFacts } from '../events';
import { packSealed, unpackSealed } from '../sealed-form';
import type { Derivation, Lease } from '../derived-facts';
import { recordLease } from '../verbs/record-lease';

/** A lease, folded. */
export type RecordedLease = Recorded<Allocation, SealedAllocationFacts>;

export const LEASE_HISTORY: SealedHistory<Allocation, SealedAllocationFacts> = {
  stream: (id) => ALLOCATION_STREAMS.name(id),
  evolve: (state, event) => evolve(state, ALLOCATION_STREAMS.read(event)),
  unpack: unpackSealed,
  evolveSealed,
};

/** The rows of attributions.csv. Their clear facts are derived with these bounds and communes. */
export function leaseKind(derivation: Derivation): RowKind<Lease, Allocation, SealedAllocationFacts, AllocationEvent> {
  return {
    ...LEASE_HISTORY,
    events: ALLOCATION_STREAMS,
    numbers: 'allocation',
    numberOf: ({ allocationNumber }) => allocationNumber,
    decide: (lease, household, recorded) => {
      const known = recorded && { allocation: recorded.state, sealed: recorded.sealed };
      const decision = recordLease({ lease, household, derivation }, known);
      if (isRefusal(decision)) return decision;
      return decision.map(({ people, household: owner, ...event }) => ({
        ...(event as AllocationEvent),
        effectiveDay: lease.signedOn,
        people: { household: owner, facts: packSealed(people) },
      }));
    },
  };
}
