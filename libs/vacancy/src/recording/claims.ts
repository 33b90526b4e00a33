import type { Aggregate } from '#deciding';
import { FIRST_VERSION, StreamDefinition } from '#event-store';
import { refuse, type Decision, type Uuid } from '#kernel';

/*
 * What only one may hold at a time: a dwelling has one open vacancy, a household one lease. A claim is made before the
 * event that it protects, on a stream of its own, whose revision lets only one of two writers through (docs/decisions/0087).
 */

export type ClaimEvent =
  | { readonly type: 'ClaimTaken'; readonly data: { readonly by: Uuid } }
  | { readonly type: 'ClaimReleased'; readonly data: { readonly by: Uuid } };

/** One stream for each dwelling or household: its kind, then the id that the keyed index gives it. */
export const CLAIM_STREAMS = new StreamDefinition<ClaimEvent>({
  category: 'claim',
  types: { ClaimTaken: FIRST_VERSION, ClaimReleased: FIRST_VERSION },
});

export type ClaimSubject = { readonly kind: 'dwelling' | 'household'; readonly id: Uuid };

export type ClaimCommand = { readonly subject: ClaimSubject } & (
  | { readonly verb: 'take'; readonly by: Uuid }
  /** For a holder whose claim protects nothing any more. */
  | { readonly verb: 'take over'; readonly by: Uuid; readonly from: Uuid }
  | { readonly verb: 'release'; readonly by: Uuid }
);

/** Who holds the claim; null where nobody does. */
export type ClaimState = Uuid | null;

export const CLAIMS: Aggregate<ClaimCommand, ClaimState, ClaimEvent> = {
  events: CLAIM_STREAMS,
  initial: null,
  evolve: (_, event) => (event.type === 'ClaimTaken' ? event.data.by : null),
  idOf: ({ subject: { kind, id } }) => `${kind}-${id}`,
  decide: decideClaim,
};

/** Nothing where it is so already. Refused: `claim-taken` with who holds it. */
function decideClaim(command: ClaimCommand, holder: ClaimState): Decision<ClaimEvent> {
  const { by } = command;
  const taken: ClaimEvent = { type: 'ClaimTaken', data: { by } };
  switch (command.verb) {
    case 'release':
      return holder === by ? [{ type: 'ClaimReleased', data: { by } }] : [];
    case 'take':
      if (holder === by) return [];
      return holder === null ? [taken] : refuse('claim-taken', { by: holder });
    case 'take over':
      if (holder === by) return [];
      if (holder === null) return [taken];
      if (holder !== command.from) return refuse('claim-taken', { by: holder });
      return [{ type: 'ClaimReleased', data: { by: holder } }, taken];
  }
}
