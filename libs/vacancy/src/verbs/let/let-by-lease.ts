import type { Day, Decision, Uuid } from '#kernel';
import type { VacancyEvent } from '../../events';
import { isLive, isOpen, withdrawalsOf, type Candidate, type Vacancy } from '../../vacancy';

/** A file records the lease of this dwelling. */
export interface LetByLease {
  readonly household: Uuid;
  readonly allocation: Uuid;
  readonly on: Day;
}

/**
 * The household of the lease is a candidate of the open vacancy: it has signed, at whatever step it was, and the others
 * are withdrawn. Nothing where the vacancy is over, or the household is none of its candidates.
 */
export function letByLease({ household, allocation, on }: LetByLease, vacancy: Vacancy): Decision<VacancyEvent> {
  const candidate = isOpen(vacancy) ? candidateFor(household, vacancy) : undefined;
  if (!candidate) return [];
  return [
    ...withdrawalsOf(vacancy, { on, motive: 'logement_attribue', but: candidate.id }),
    { type: 'VacancyLet', data: { candidate: candidate.id, on, allocation } },
  ];
}

/** A household that was withdrawn may have been designated again: then the live candidate has signed, else the last. */
export function candidateFor(household: Uuid, { candidates }: Vacancy): Candidate | undefined {
  const ofHousehold = candidates.filter((one) => one.household === household);
  return ofHousehold.find(isLive) ?? ofHousehold.at(-1);
}

export type UnrecordedStep = 'endorsement' | 'commission' | 'condition' | 'offer' | 'acceptance';

/** The steps that were not recorded of a candidate whose lease came from a file, in their order. */
export function stepsNotRecorded({ status, rank, condition, offer }: Candidate): readonly UnrecordedStep[] {
  const isMissing: Readonly<Record<UnrecordedStep, boolean>> = {
    endorsement: status === 'proposed' || status === 'deferred',
    commission: rank === null,
    condition: condition !== null && condition.metOn === null,
    offer: offer === null,
    acceptance: status !== 'accepted',
  };
  return (Object.keys(isMissing) as UnrecordedStep[]).filter((step) => isMissing[step]);
}
