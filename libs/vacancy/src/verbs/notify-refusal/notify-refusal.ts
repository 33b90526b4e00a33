import type { Day, Decision } from '#kernel';
import { firstOf, refuseBefore, refuseFormerLandlord, refuseFuture } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import type { OfCandidate } from '../../of-candidate';
import { refuseCandidateVerb } from '../../transitions';

/** The household is told of its refusal in writing, with the reasons (L441-2-2). Once only. */
export interface NotifyRefusal {
  readonly on: Day;
}

/** Refused: `day-in-future`, `not-in-this-status`, `day-out-of-order`, `residence-of-another-landlord`. */
export function notifyRefusal(
  { on }: NotifyRefusal,
  { vacancy, candidate }: OfCandidate,
  at: Circumstances,
): Decision<VacancyEvent> {
  const refusal = firstOf(
    () => refuseFuture('date', on, at),
    () => refuseCandidateVerb(vacancy, candidate, 'notice'),
    () => refuseBefore('date', on, candidate.decidedOn),
    () => refuseFormerLandlord(at),
  );
  return refusal ?? [{ type: 'RefusalNotified', data: { candidate: candidate.id, on } }];
}
