import {
  allocationStream,
  evolve,
  evolveSealed,
  packSealed,
  recordLease,
  unpackSealed,
  type Allocation,
  type AllocationRecorded,
  type Derivation,
  type Lease,
  type SealedAllocationFacts,
} from '#allocation';
import { isRefusal } from '#kernel';
import type { Recorded, SealedHistory } from '../people-rows/history';
import type { PeopleKind } from '../people-rows/people-kind';

/** A lease as its events leave it. */
export type RecordedLease = Recorded<Allocation, SealedAllocationFacts>;

export const LEASE_HISTORY: SealedHistory<Allocation, SealedAllocationFacts> = {
  stream: allocationStream,
  evolve: (state, event) => evolve(state, event as unknown as AllocationRecorded),
  unpack: unpackSealed,
  evolveSealed,
};

/** The rows of attributions.csv, their clear facts drawn under those bounds and communes. */
export function leaseKind(derivation: Derivation): PeopleKind<Lease, Allocation, SealedAllocationFacts> {
  return {
    ...LEASE_HISTORY,
    numbers: 'allocation',
    numberOf: ({ allocationNumber }) => allocationNumber,
    effectiveDay: ({ signedOn }) => signedOn,
    decide: (lease, household, recorded) => {
      const known = recorded && { allocation: recorded.state, sealed: recorded.sealed };
      const decision = recordLease({ lease, household, derivation }, known);
      return isRefusal(decision)
        ? decision
        : decision.map(({ type, data, people }) => ({ type, data, people: packSealed(people) }));
    },
  };
}
