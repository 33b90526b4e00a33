import type { Day, Decision } from '#kernel';
import { firstOf, refuseFuture } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import { refuseUnlisted } from '../../motives';
import type { OfCandidate } from '../../of-candidate';
import { refuseCandidateVerb } from '../../transitions';
import type { Opinion } from '../../words';

/** The EPCI or the commune says what it thinks of a candidate. It stands on the commission's agenda and blocks nothing. */
export interface GiveOpinion {
  readonly on: Day;
  readonly by: 'epci' | 'commune';
  readonly opinion: Opinion;
  readonly motive: string | null;
}

/** Refused: `value-not-admitted`, `day-in-future`, `not-in-this-status`. */
export function giveOpinion(
  { on, by, opinion, motive }: GiveOpinion,
  { vacancy, candidate }: OfCandidate,
  at: Circumstances,
): Decision<VacancyEvent> {
  const refusal = firstOf(
    () => (motive === null ? undefined : refuseUnlisted('motif', motive, at.motives.nonAllocation)),
    () => refuseFuture('date', on, at),
    () => refuseCandidateVerb(vacancy, candidate, 'opinion'),
  );
  if (refusal) return refusal;
  return [{ type: 'OpinionGiven', data: { candidate: candidate.id, on, by, opinion, motive } }];
}
