import { refuse, type Day, type Decision } from '#kernel';
import { firstOf, refuseFuture, refuseHousehold } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { CandidateFacts, VacancyEvent } from '../../events';
import type { OfCandidate } from '../../of-candidate';
import { refuseCandidateVerb } from '../../transitions';
import { ACCORDS, type Accord } from '../../words';

/** The QPV commission endorses a proposal by common accord, which designates the household (L441-1-6). */
export interface EndorseProposal {
  readonly on: Day;
  readonly accords: readonly Accord[];
}

/** Refused: `day-in-future`, `not-in-this-status`, `household-already-housed`, `application-ended`, `no-common-accord`. */
export function endorseProposal(
  { on, accords }: EndorseProposal,
  { vacancy, candidate }: OfCandidate,
  at: Circumstances,
): Decision<VacancyEvent> {
  const missing = ACCORDS.filter((party) => !accords.includes(party));
  const refusal = firstOf(
    () => refuseFuture('date', on, at),
    () => refuseCandidateVerb(vacancy, candidate, 'endorsement'),
    () => refuseHousehold(at.household),
    () => (missing.length > 0 ? refuse('no-common-accord', { missing }) : undefined),
  );
  if (refusal) return refusal;
  const { id, household, basis, holder, facts } = candidate;
  const designated: CandidateFacts = { ...facts, candidate: id, household, basis, holder, on };
  return [
    { type: 'ProposalEndorsed', data: { candidate: id, on, accords: ACCORDS } },
    { type: 'CandidateDesignated', data: designated },
  ];
}
