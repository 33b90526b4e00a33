import type { Day, Decision } from '#kernel';
import { firstOf, refuseFormerLandlord, refuseFuture } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import { refuseUnlisted } from '../../motives';
import { refuseVacancyVerb } from '../../transitions';
import { withdrawalsOf, type Vacancy } from '../../vacancy';
import { CLOSING_GROUNDS } from '../../words';

/** The dwelling is no longer to let. */
export interface CloseVacancy {
  readonly on: Day;
  readonly motive: string;
}

/** Refused: `value-not-admitted`, `day-in-future`, `not-in-this-status`, `residence-of-another-landlord`. */
export function closeVacancy(
  { on, motive }: CloseVacancy,
  vacancy: Vacancy,
  at: Circumstances,
): Decision<VacancyEvent> {
  const refusal = firstOf(
    () => refuseUnlisted('motif', motive, CLOSING_GROUNDS),
    () => refuseFuture('date', on, at),
    () => refuseVacancyVerb(vacancy, 'closing'),
    () => refuseFormerLandlord(at),
  );
  if (refusal) return refusal;
  return [
    ...withdrawalsOf(vacancy, { on, motive: 'logement_retire' }),
    { type: 'VacancyClosed', data: { on, motive } },
  ];
}
