import { refuse, type Decision } from '#kernel';
import { firstOf, isServedBy, refuseFormerLandlord } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import { refuseUnlisted } from '../../motives';
import { refuseVacancyVerb } from '../../transitions';
import { withdrawalsOf, type Vacancy } from '../../vacancy';

/** The holder hands the vacancy back, or the landlord takes it back once the holder's last day is past. */
export interface ReturnVacancy {
  readonly motive: string;
}

/** Refused: `value-not-admitted`, `not-in-this-status`, `residence-of-another-landlord`, `holder-deadline-running`, `oriented-to-another-holder`. */
export function returnVacancy({ motive }: ReturnVacancy, vacancy: Vacancy, at: Circumstances): Decision<VacancyEvent> {
  const isHolder = isServedBy(at.party, vacancy, at);
  const { lastDay } = vacancy.orientation ?? {};
  const refusal = firstOf(
    () => refuseUnlisted('motif', motive, at.motives.returning),
    () => refuseVacancyVerb(vacancy, 'return'),
    () => refuseFormerLandlord(at),
    () =>
      !isHolder && at.party.kind === 'landlord' && at.today <= lastDay!
        ? refuse('holder-deadline-running', { lastDay: lastDay! })
        : undefined,
    () => (!isHolder && at.party.kind !== 'landlord' ? refuse('oriented-to-another-holder') : undefined),
  );
  if (refusal) return refusal;
  return [
    ...withdrawalsOf(vacancy, { on: at.today, motive: 'logement_rendu' }),
    { type: 'VacancyReturned', data: { on: at.today, motive } },
  ];
}
