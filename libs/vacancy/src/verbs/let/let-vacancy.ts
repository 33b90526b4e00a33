import { refuse, type Day, type Decision, type Uuid } from '#kernel';
import { firstOf, refuseFormerLandlord, refuseFuture, refuseHousehold } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import { refuseVacancyVerb } from '../../transitions';
import { withdrawalsOf, type Vacancy } from '../../vacancy';
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
    () =>
      on < candidate!.answeredOn!
        ? refuse('lease-before-acceptance', { acceptedOn: candidate!.answeredOn! })
        : undefined,
    () => (at.numberIsTaken ? refuse('allocation-number-taken') : undefined),
  );
  if (refusal) return refusal;
  return [
    ...withdrawalsOf(vacancy, { on, motive: 'logement_attribue', but: candidate!.id }),
    { type: 'VacancyLet', data: { candidate: candidate!.id, on, allocation } },
  ];
}
