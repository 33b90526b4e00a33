import { isRefusal, type Json } from '#kernel';
import {
  evolve,
  evolveSealed,
  recordRehousing,
  rehousingStream,
  type Rehousing,
  type RehousingAccount,
  type RehousingRecorded,
  type SealedRehousingFacts,
} from '#rehousing';
import type { PeopleKind } from '../people-rows/people-kind';

/** The rows of relogements.csv. */
export const REHOUSING_KIND: PeopleKind<RehousingAccount, Rehousing, SealedRehousingFacts> = {
  stream: rehousingStream,
  evolve: (state, event) => evolve(state, event as unknown as RehousingRecorded),
  unpack: (box) => box as unknown as Parameters<typeof evolveSealed>[1],
  evolveSealed,
  numbers: 'rehousing',
  numberOf: ({ rehousingNumber }) => rehousingNumber,
  effectiveDay: ({ movedOn }) => movedOn ?? undefined,
  decide: (account, household, recorded) => {
    const known = recorded && { rehousing: recorded.state, sealed: recorded.sealed };
    const decision = recordRehousing({ account, household }, known);
    return isRefusal(decision)
      ? decision
      : decision.map(({ type, data, people }) => ({ type, data, people: people as unknown as Json }));
  },
};
