import { refuse, type Day, type Decision } from '#kernel';
import { firstOf, refuseFormerLandlord, refuseFuture, refuseHousehold, refuseSecondDesignation } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import type { OfCandidate } from '../../of-candidate';
import { refuseCandidateVerb } from '../../transitions';
import { lastDayToAnswer } from '../../working-days';
import { refuseOfferDay } from '../make-offer/make-offer';

/** The offer or its answer was recorded wrongly: the dwelling is offered to the same household again. */
export interface CorrectOffer {
  /** The right day of the notice; null where it stays. */
  readonly notifiedOn: Day | null;
}

/**
 * Refused: `day-in-future`, `not-in-this-status`, `day-out-of-order`, `residence-of-another-landlord`,
 * `candidate-already-designated`, `household-already-housed`, `application-ended`, `other-rank-offered`.
 */
export function correctOffer(
  command: CorrectOffer,
  { vacancy, candidate }: OfCandidate,
  at: Circumstances,
): Decision<VacancyEvent> {
  const { offer } = candidate;
  const notifiedOn = command.notifiedOn ?? offer?.notifiedOn;
  const refusal = firstOf(
    () => (command.notifiedOn ? refuseFuture('date_notification', command.notifiedOn, at) : undefined),
    () => refuseCandidateVerb(vacancy, candidate, 'offer/correction'),
    () => refuseOfferDay(notifiedOn!, { vacancy, candidate }),
    () => refuseFormerLandlord(at),
    () => refuseSecondDesignation({ vacancy, candidate }),
    () => refuseHousehold(at.household),
    () => (candidate.seen.offers < vacancy.offers ? refuse('other-rank-offered') : undefined),
  );
  if (refusal) return refusal;
  const { delay, daloWarning } = offer!;
  const lastDay = lastDayToAnswer(notifiedOn!, delay, at.calendar);
  const corrected = { candidate: candidate.id, notifiedOn: notifiedOn!, delay, lastDay, daloWarning };
  return [{ type: 'OfferCorrected', data: { ...corrected, motive: 'erreur' } }];
}
