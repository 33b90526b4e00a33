import { refuse, type Decision } from '#kernel';
import { firstOf, refuseFormerLandlord } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { DeclaredFacts, VacancyEvent } from '../../events';

/** The dwelling is free, or soon will be. What the landlord leaves out is taken from the dwelling before. */
export type DeclareVacancy = Omit<DeclaredFacts, 'landlord'>;

/** Refused: `vacancy-already-open`, `residence-of-another-landlord`. */
export function declareVacancy(command: DeclareVacancy, at: Circumstances): Decision<VacancyEvent> {
  const refusal = firstOf(
    () => (at.dwellingIsOpen ? refuse('vacancy-already-open') : undefined),
    () => refuseFormerLandlord(at),
  );
  if (refusal) return refusal;
  return [{ type: 'VacancyDeclared', data: { ...command, landlord: at.residence.landlord } }];
}
