import type { Day, Refusal } from '#kernel';
import { firstOf, refuseFormerLandlord, refuseFuture } from '../../checks';
import type { Circumstances } from '../../circumstances';
import { refuseUnlisted } from '../../motives';
import { refuseVacancyVerb } from '../../transitions';
import { candidateOf, type Vacancy } from '../../vacancy';
import { refuseLeaseBeforeAcceptance, refuseTakenNumber } from '../let/let-vacancy';

/** Columns of the lease were wrong. Its own stream records the correction, and the vacancy records nothing. */
export interface CorrectLease {
  readonly motive: string;
  /** The right day of the lease; null where it stays. */
  readonly on: Day | null;
}

/**
 * Refused: `value-not-admitted`, `day-in-future`, `not-in-this-status`, `residence-of-another-landlord`,
 * `lease-before-acceptance`, `allocation-number-taken`. Household and dwelling stay, so what refuses a household or a
 * missing document at the lease refuses nothing here.
 */
export function refuseLeaseCorrection(
  { motive, on }: CorrectLease,
  vacancy: Vacancy,
  at: Circumstances,
): Refusal | undefined {
  return firstOf(
    () => refuseUnlisted('motif', motive, at.motives.correction),
    () => (on === null ? undefined : refuseFuture('date_bail', on, at)),
    () => refuseVacancyVerb(vacancy, 'lease/correction'),
    () => refuseFormerLandlord(at),
    () => (on === null ? undefined : refuseLeaseBeforeAcceptance(on, candidateOf(vacancy, vacancy.lease!.candidate)!)),
    () => refuseTakenNumber(at),
  );
}
