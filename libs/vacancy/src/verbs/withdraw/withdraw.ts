import type { Decision } from '#kernel';
import { firstOf, refuseFormerLandlord, refuseOtherHolder } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import { refuseUnlisted } from '../../motives';
import type { OfCandidate } from '../../of-candidate';
import { refuseCandidateVerb } from '../../transitions';
import type { Withdrawer } from '../../words';

/** A candidate is taken back. By the household, it counts as a refusal before the commission. */
export interface WithdrawCandidate {
  readonly by: Withdrawer;
  readonly motive: string;
}

/** Refused: `value-not-admitted`, `not-in-this-status`, `residence-of-another-landlord`, `oriented-to-another-holder`. */
export function withdrawCandidate(
  { by, motive }: WithdrawCandidate,
  { vacancy, candidate }: OfCandidate,
  at: Circumstances,
): Decision<VacancyEvent> {
  const admitted = by === 'menage' ? at.motives.household : at.motives.withdrawal;
  const refusal = firstOf(
    () => refuseUnlisted('motif', motive, admitted),
    () => refuseCandidateVerb(vacancy, candidate, 'withdrawal'),
    () => refuseFormerLandlord(at),
    () => refuseOtherHolder({ vacancy, candidate }, at),
  );
  if (refusal) return refusal;
  return [{ type: 'CandidateWithdrawn', data: { candidate: candidate.id, on: at.today, motive, by } }];
}
