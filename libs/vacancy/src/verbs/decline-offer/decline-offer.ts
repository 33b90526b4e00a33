import type { Day, Decision, Refusal } from '#kernel';
import { firstOf, refuseBefore, refuseFormerLandlord, refuseFuture } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import { refuseUnlisted } from '../../motives';
import type { OfCandidate } from '../../of-candidate';
import { notInThisStatus, refuseCandidateVerb } from '../../transitions';
import { correctedLapse, hasNoAnswer, refuseLateAnswer } from '../accept-offer/accept-offer';

/** The household declines, or gives up what it had accepted. */
export interface DeclineOffer {
  readonly on: Day;
  readonly motive: string;
}

/**
 * Refused: `value-not-admitted`, `day-in-future`, `not-in-this-status`, `day-out-of-order`, `residence-of-another-landlord`,
 * `answer-after-deadline`, `other-rank-offered`.
 */
export function declineOffer(
  { on, motive }: DeclineOffer,
  about: OfCandidate,
  at: Circumstances,
): Decision<VacancyEvent> {
  const { vacancy, candidate } = about;
  const refusal = firstOf(
    () => refuseUnlisted('motif', motive, at.motives.household),
    () => refuseFuture('date', on, at),
    () => refuseCandidateVerb(vacancy, candidate, 'refusal'),
    () => refuseAnswer(on, about),
    () => refuseFormerLandlord(at),
    () => (candidate.status === 'accepted' ? undefined : refuseLateAnswer(on, about)),
  );
  if (refusal) return refusal;
  return [...correctedLapse(candidate), { type: 'OfferDeclined', data: { candidate: candidate.id, on, motive } }];
}

/** What was accepted is given up from the acceptance on, without a last day. */
function refuseAnswer(on: Day, { vacancy, candidate }: OfCandidate): Refusal | undefined {
  if (candidate.status === 'accepted') return refuseBefore('date', on, candidate.answeredOn);
  if (!hasNoAnswer(candidate)) return notInThisStatus(vacancy, candidate);
  return refuseBefore('date', on, candidate.offer!.notifiedOn);
}
