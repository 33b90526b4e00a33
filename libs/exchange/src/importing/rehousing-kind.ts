import type { RowKind } from '#deciding';
import { isRefusal, type Json } from '#kernel';
import {
  evolve,
  evolveSealed,
  recordRehousing,
  REHOUSING_STREAMS,
  type Rehousing,
  type RehousingAccount,
  type RehousingEvent,
  type SealedRehousingFacts,
} from '#rehousing';

/** The rows of relogements.csv. */
export const REHOUSING_KIND: RowKind<RehousingAccount, Rehousing, SealedRehousingFacts, RehousingEvent> = {
  events: REHOUSING_STREAMS,
  stream: (id) => REHOUSING_STREAMS.name(id),
  evolve: (state, event) => evolve(state, REHOUSING_STREAMS.read(event)),
  unpack: (box) => box as unknown as Parameters<typeof evolveSealed>[1],
  evolveSealed,
  numbers: 'rehousing',
  numberOf: ({ rehousingNumber }) => rehousingNumber,
  decide: (account, household, recorded) => {
    const known = recorded && { rehousing: recorded.state, sealed: recorded.sealed };
    const decision = recordRehousing({ account, household }, known);
    if (isRefusal(decision)) return decision;
    return decision.map(({ people, household: owner, ...event }) => ({
      ...(event as RehousingEvent),
      effectiveDay: account.movedOn ?? undefined,
      people: { household: owner, facts: people as unknown as Json },
    }));
  },
};
