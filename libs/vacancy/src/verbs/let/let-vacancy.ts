import { refuse, type Day, type Decision, type Refusal, type Uuid } from '#kernel';
import { firstOf, refuseFormerLandlord, refuseFuture, refuseHousehold } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import { refuseVacancyVerb } from '../../transitions';
import { withdrawalsOf, type Candidate, type Vacancy } from '../../vacancy';
import { refuseMissingDocument } from '../make-offer/make-offer';

/** The lease of the candidate that accepted is signed. */
export interface LetVacancy {
  readonly allocation: Uuid;
  readonly on: Day;
}

/**
 * Refused: `day-in-future`, `not-in-this-status`, `residence-of-another-landlord`, `household-already-housed`,
 * `application-ended`, `condition-not-lifted`, `lease-before-acceptance`, `allocation-number-taken`.
 */
export function letVacancy(
  { allocation, on }: LetVacancy,
  vacancy: Vacancy,
  at: Circumstances,
): Decision<VacancyEvent> {
  const candidate = vacancy.candidates.find(({ status }) => status === 'accepted');
  const refusal = firstOf(
    () => refuseFuture('date_bail', on, at),
    () => refuseVacancyVerb(vacancy, 'lease'),
    () => refuseFormerLandlord(at),
    () => refuseHousehold(at.household),
    () => refuseMissingDocument({ vacancy, candidate: candidate! }),
    () => refuseLeaseBeforeAcceptance(on, candidate!),
    () => refuseTakenNumber(at),
  );
  if (refusal) return refusal;
  return [
    ...withdrawalsOf(vacancy, { on, motive: 'logement_attribue', but: candidate!.id }),
    { type: 'VacancyLet', data: { candidate: candidate!.id, on, allocation } },
  ];
}

/** Refused: `lease-before-acceptance`. */
export function refuseLeaseBeforeAcceptance(on: Day, { answeredOn }: Candidate): Refusal | undefined {
  return answeredOn && on < answeredOn ? refuse('lease-before-acceptance', { acceptedOn: answeredOn }) : undefined;
}

/** Refused: `allocation-number-taken`. */
export function refuseTakenNumber({ numberIsTaken }: Circumstances): Refusal | undefined {
  return numberIsTaken ? refuse('allocation-number-taken') : undefined;
}
