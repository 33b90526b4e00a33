import type { Day, Decision } from '#kernel';
import type { VacancyEvent } from '../../events';
import type { OfCandidate } from '../../of-candidate';
import { startsFor } from '../../transitions';
import type { EndingGround } from '../../words';

/** The household has its dwelling elsewhere (`menage_loge`), or its application ended with this motive. */
export interface WithdrawByProcess {
  readonly on: Day;
  readonly motive: 'menage_loge' | EndingGround;
}

/** Nothing where the candidate is no longer live. */
export function withdrawByProcess(
  { on, motive }: WithdrawByProcess,
  { vacancy, candidate }: OfCandidate,
): Decision<VacancyEvent> {
  if (!startsFor(candidate, vacancy, 'withdrawal')) return [];
  return [{ type: 'CandidateWithdrawn', data: { candidate: candidate.id, on, motive, by: 'process' } }];
}
