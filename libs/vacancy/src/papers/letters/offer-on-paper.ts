import { refuse, type Day, type Refusal } from '#kernel';
import { firstOf } from '../../checks';
import type { OfferFacts } from '../../events';
import type { OfCandidate } from '../../of-candidate';
import { refuseCandidateVerb, standOfCandidate } from '../../transitions';
import { refuseMissingDocument, refuseOfferDay, refuseOtherRank } from '../../verbs/make-offer/make-offer';
import { lastDayToAnswer, LEAST_DAYS_TO_ANSWER, type HolidayCalendar } from '../../working-days';

/** An offer that is not recorded yet: the letter is written before its receipt. */
export interface PlannedOffer {
  /** The day on which the letter will be received: handed over, or presented. */
  readonly notifiedOn: Day;
  readonly delay: number;
}

/**
 * The offer that the letter tells: the recorded one, else the planned one, held to the same rules. Refused:
 * `not-in-this-status`, also where no offer is recorded and none is planned; `day-out-of-order`, `not-the-first-rank`,
 * `condition-not-lifted`, `deadline-under-ten-days`.
 */
export function offerOnPaper(
  { vacancy, candidate }: OfCandidate,
  planned: PlannedOffer | undefined,
  calendar: HolidayCalendar,
): OfferFacts | Refusal {
  if (candidate.offer && candidate.status !== 'allocated') return candidate.offer;
  if (!planned) return refuse('not-in-this-status', standOfCandidate(vacancy, candidate));
  const { notifiedOn, delay } = planned;
  const refusal = firstOf(
    () => refuseCandidateVerb(vacancy, candidate, 'offer'),
    () => refuseOfferDay(notifiedOn, { vacancy, candidate }),
    () => refuseOtherRank({ vacancy, candidate }),
    () => refuseMissingDocument({ vacancy, candidate }),
    () =>
      delay < LEAST_DAYS_TO_ANSWER ? refuse('deadline-under-ten-days', { least: LEAST_DAYS_TO_ANSWER }) : undefined,
  );
  if (refusal) return refusal;
  const lastDay = lastDayToAnswer(notifiedOn, delay, calendar);
  return { candidate: candidate.id, notifiedOn, delay, lastDay, daloWarning: candidate.basis === 'dalo_prefet' };
}
