import { refuse, type Day, type Decision, type Refusal } from '#kernel';
import { firstOf, refuseBefore, refuseFormerLandlord, refuseFuture, refuseHousehold } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import type { OfCandidate } from '../../of-candidate';
import { refuseCandidateVerb } from '../../transitions';
import { lastDayToAnswer, LEAST_DAYS_TO_ANSWER } from '../../working-days';

/** The dwelling is offered to the first rank still in the running. */
export interface MakeOffer {
  /** The receipt or the first vain presentation of the letter, never its sending. */
  readonly notifiedOn: Day;
  readonly delay: number;
}

/**
 * Refused: `day-in-future`, `not-in-this-status`, `day-out-of-order`, `residence-of-another-landlord`,
 * `household-already-housed`, `application-ended`, `not-the-first-rank`, `condition-not-lifted`, `deadline-under-ten-days`.
 */
export function makeOffer(
  { notifiedOn, delay }: MakeOffer,
  { vacancy, candidate }: OfCandidate,
  at: Circumstances,
): Decision<VacancyEvent> {
  const refusal = firstOf(
    () => refuseFuture('date_notification', notifiedOn, at),
    () => refuseCandidateVerb(vacancy, candidate, 'offer'),
    () => refuseOfferDay(notifiedOn, { vacancy, candidate }),
    () => refuseFormerLandlord(at),
    () => refuseHousehold(at.household),
    () => refuseOtherRank({ vacancy, candidate }),
    () => refuseMissingDocument({ vacancy, candidate }),
    () =>
      delay < LEAST_DAYS_TO_ANSWER ? refuse('deadline-under-ten-days', { least: LEAST_DAYS_TO_ANSWER }) : undefined,
  );
  if (refusal) return refusal;
  const lastDay = lastDayToAnswer(notifiedOn, delay, at.calendar);
  const daloWarning = candidate.basis === 'dalo_prefet';
  return [{ type: 'OfferMade', data: { candidate: candidate.id, notifiedOn, delay, lastDay, daloWarning } }];
}

/** An offer comes neither before the commission nor before the document that the allocation waited for. */
export function refuseOfferDay(notifiedOn: Day, { candidate }: OfCandidate): Refusal | undefined {
  return (
    refuseBefore('date_notification', notifiedOn, candidate.decidedOn) ??
    refuseBefore('date_notification', notifiedOn, candidate.condition?.metOn)
  );
}

/** Who has an offer, or accepted one, stands before all others: it may be from an earlier commission, with a later rank. */
export function refuseOtherRank({ vacancy, candidate }: OfCandidate): Refusal | undefined {
  const isBefore = vacancy.candidates.some(
    ({ status, rank }) =>
      status === 'offered' || status === 'accepted' || (status === 'allocated' && rank! < candidate.rank!),
  );
  return isBefore ? refuse('not-the-first-rank') : undefined;
}

/** Refused: `condition-not-lifted`. */
export function refuseMissingDocument({ candidate: { condition } }: OfCandidate): Refusal | undefined {
  if (!condition || condition.metOn !== null) return undefined;
  return refuse('condition-not-lifted', { document: condition.document, due: condition.due });
}
