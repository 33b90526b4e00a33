import { refuse, type Day, type Decision, type Refusal } from '#kernel';
import { firstOf, refuseBefore, refuseFormerLandlord, refuseFuture, refuseSecondDesignation } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import type { OfCandidate } from '../../of-candidate';
import { refuseCandidateVerb } from '../../transitions';
import type { Candidate } from '../../vacancy';

/** The household accepts, by the last day. An answer given in time may be recorded after the offer lapsed. */
export interface AcceptOffer {
  readonly on: Day;
}

/**
 * Refused: `day-in-future`, `not-in-this-status`, `day-out-of-order`, `residence-of-another-landlord`,
 * `candidate-already-designated`, `application-ended`, `answer-after-deadline`, `other-rank-offered`.
 */
export function acceptOffer(
  { on }: AcceptOffer,
  { vacancy, candidate }: OfCandidate,
  at: Circumstances,
): Decision<VacancyEvent> {
  const refusal = firstOf(
    () => refuseFuture('date', on, at),
    () => refuseCandidateVerb(vacancy, candidate, 'acceptance'),
    () => refuseBefore('date', on, candidate.offer!.notifiedOn),
    () => refuseFormerLandlord(at),
    () => refuseSecondDesignation({ vacancy, candidate }),
    () => (at.household.hasEnded ? refuse('application-ended') : undefined),
    () => refuseLateAnswer(on, { vacancy, candidate }),
  );
  if (refusal) return refusal;
  return [...correctedLapse(candidate), { type: 'OfferAccepted', data: { candidate: candidate.id, on } }];
}

/** Refused: `answer-after-deadline`, `other-rank-offered`. */
export function refuseLateAnswer(on: Day, { vacancy, candidate }: OfCandidate): Refusal | undefined {
  const { lastDay } = candidate.offer!;
  if (on > lastDay) return refuse('answer-after-deadline', { lastDay });
  return candidate.seen.offers < vacancy.offers ? refuse('other-rank-offered') : undefined;
}

/** The lapse that a late record of an answer in time takes back. */
export function correctedLapse({ id, status }: Candidate): readonly VacancyEvent[] {
  return status === 'lapsed' ? [{ type: 'LapseCorrected', data: { candidate: id } }] : [];
}
