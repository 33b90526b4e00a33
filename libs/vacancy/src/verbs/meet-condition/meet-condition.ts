import { refuse, type Day, type Decision, type Refusal } from '#kernel';
import { firstOf, refuseAfter, refuseFormerLandlord, refuseFuture, refuseSecondDesignation } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import type { OfCandidate } from '../../of-candidate';
import { refuseCandidateVerb } from '../../transitions';

/** The document that an allocation waited for has come, by its last day. It may be recorded later. */
export interface MeetCondition {
  readonly on: Day;
}

/**
 * Refused: `day-in-future`, `not-in-this-status`, `day-out-of-order`, `residence-of-another-landlord`,
 * `candidate-already-designated`, `other-rank-offered`.
 */
export function meetCondition(
  { on }: MeetCondition,
  { vacancy, candidate }: OfCandidate,
  at: Circumstances,
): Decision<VacancyEvent> {
  const refusal = firstOf(
    () => refuseFuture('date', on, at),
    () => refuseCandidateVerb(vacancy, candidate, 'condition'),
    () => refuseAfter('date', on, candidate.condition!.due),
    () => refuseFormerLandlord(at),
    () => refuseSecondDesignation({ vacancy, candidate }),
    () => refuseOvertaken({ vacancy, candidate }),
  );
  if (refusal) return refusal;
  return [{ type: 'ConditionMet', data: { candidate: candidate.id, on } }];
}

/** The candidate lost its place, and another rank was offered or another commission held since. */
function refuseOvertaken({ vacancy, candidate }: OfCandidate): Refusal | undefined {
  if (candidate.status !== 'lapsed') return undefined;
  const { offers, commissions } = candidate.seen;
  const isOvertaken = vacancy.offers > offers || vacancy.commissions > commissions;
  return isOvertaken ? refuse('other-rank-offered') : undefined;
}
