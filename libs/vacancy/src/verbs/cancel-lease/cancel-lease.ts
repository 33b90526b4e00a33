import type { Day, Decision } from '#kernel';
import { firstOf, refuseBefore, refuseFormerLandlord, refuseFuture } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import { refuseUnlisted } from '../../motives';
import { refuseVacancyVerb } from '../../transitions';
import type { Vacancy } from '../../vacancy';
import { CANCELLATION_GROUNDS } from '../../words';

/** The lease never took effect: the vacancy closes, and the dwelling may be declared again. */
export interface CancelLease {
  readonly on: Day;
  readonly motive: string;
  /** The day of the lease, as it was corrected. */
  readonly signedOn: Day;
}

/** Refused: `value-not-admitted`, `day-in-future`, `not-in-this-status`, `day-out-of-order`, `residence-of-another-landlord`. */
export function cancelLease(
  { on, motive, signedOn }: CancelLease,
  vacancy: Vacancy,
  at: Circumstances,
): Decision<VacancyEvent> {
  const refusal = firstOf(
    () => refuseUnlisted('motif', motive, CANCELLATION_GROUNDS),
    () => refuseFuture('date', on, at),
    () => refuseVacancyVerb(vacancy, 'lease/cancellation'),
    () => refuseBefore('date', on, signedOn),
    () => refuseFormerLandlord(at),
  );
  return refusal ?? closedByCancellation(on);
}

/** A file says that the lease was cancelled (`annulee`). Nothing where the vacancy was not let by this lease. */
export function closeByCancelledLease(
  { allocation, on }: { readonly allocation: string; readonly on: Day },
  { standing, lease }: Vacancy,
): Decision<VacancyEvent> {
  return standing === 'let' && lease?.allocation === allocation ? closedByCancellation(on) : [];
}

function closedByCancellation(on: Day): Decision<VacancyEvent> {
  return [{ type: 'VacancyClosed', data: { on, motive: 'bail_annule' } }];
}
