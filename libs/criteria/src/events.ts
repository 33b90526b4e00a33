import { FIRST_VERSION, StreamDefinition } from '#event-store';
import type { Day, Uuid } from '#kernel';
import type { Criterion, Finding } from './priority/criterion';

/** Why a criterion is taken back. */
export const WITHDRAWAL_GROUNDS = ['situation_changee', 'erreur'] as const;
export type WithdrawalGround = (typeof WITHDRAWAL_GROUNDS)[number];

/** Who saw a proof, and when it was recorded, is in the metadata of the event. */
export type CriterionEvent =
  | { readonly type: 'CriterionEstablished'; readonly data: { readonly on: Day } }
  | {
      readonly type: 'CriterionWithdrawn';
      readonly data: {
        /** The id of the event that established it: the criterion itself is sealed there. */
        readonly established: Uuid;
        readonly on: Day;
        readonly motive: WithdrawalGround;
      };
    };

/** What an agent found, sealed with the household's key: nothing tells in clear which criterion it is. */
export interface SealedCriterion extends Pick<Finding, 'because' | 'with'> {
  readonly criterion: Criterion;
  /** The kinds of proof that were seen, never the document. */
  readonly proofs: readonly string[];
}

/** One stream for each household. */
export const CRITERIA_STREAMS = new StreamDefinition<CriterionEvent>({
  category: 'criteria',
  types: { CriterionEstablished: FIRST_VERSION, CriterionWithdrawn: FIRST_VERSION },
});
