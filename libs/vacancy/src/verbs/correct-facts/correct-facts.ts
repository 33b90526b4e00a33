import type { ClearHousehold } from '#allocation';
import { changesBetween, type Decision } from '#kernel';
import { firstOf, refuseFormerLandlord, refuseOtherHolder } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import { refuseUnlisted } from '../../motives';
import { refuseCandidateVerb } from '../../transitions';
import type { OfCandidate } from '../../of-candidate';

/** Facts of the household that changed since its designation. The lease takes the last ones (R441-2-9). */
export interface CorrectFacts {
  readonly motive: string;
  readonly facts: ClearHousehold;
  /** Whether a sealed fact differs, which this decision does not see. */
  readonly sealedFactsDiffer: boolean;
}

/**
 * Nothing where no fact differs. Refused: `value-not-admitted`, `not-in-this-status`, `residence-of-another-landlord`,
 * `oriented-to-another-holder`.
 */
export function correctFacts(
  { motive, facts, sealedFactsDiffer }: CorrectFacts,
  { vacancy, candidate }: OfCandidate,
  at: Circumstances,
): Decision<VacancyEvent> {
  const refusal = firstOf(
    () => refuseUnlisted('motif', motive, at.motives.correction),
    () => refuseCandidateVerb(vacancy, candidate, 'facts'),
    () => refuseFormerLandlord(at),
    () => refuseOtherHolder({ vacancy, candidate }, at),
  );
  if (refusal) return refusal;
  const changes = changesBetween(candidate.facts, facts);
  if (!changes && !sealedFactsDiffer) return [];
  return [{ type: 'CandidateFactsCorrected', data: { candidate: candidate.id, motive, changes: changes ?? {} } }];
}
