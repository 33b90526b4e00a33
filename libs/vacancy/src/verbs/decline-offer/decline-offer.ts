import type { Day, Decision } from '#kernel';
import { firstOf, refuseBefore, refuseFormerLandlord, refuseFuture } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import { refuseUnlisted } from '../../motives';
import type { OfCandidate } from '../../of-candidate';
import { refuseCandidateVerb } from '../../transitions';
import { correctedLapse, refuseLateAnswer } from '../accept-offer/accept-offer';

/** The household declines, or gives up what it had accepted: from the acceptance on, without a last day. */
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
    () =>
      refuseBefore('date', on, candidate.status === 'accepted' ? candidate.answeredOn : candidate.offer!.notifiedOn),
    () => refuseFormerLandlord(at),
    () => (candidate.status === 'accepted' ? undefined : refuseLateAnswer(on, about)),
  );
  if (refusal) return refusal;
  return [...correctedLapse(candidate), { type: 'OfferDeclined', data: { candidate: candidate.id, on, motive } }];
}
