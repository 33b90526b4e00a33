import { refuse, type Decision, type Refusal } from '#kernel';
import { firstOf, refuseFormerLandlord, refuseFuture } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { CommissionFacts, VacancyEvent } from '../../events';
import { refuseUnlisted } from '../../motives';
import { refuseVacancyVerb } from '../../transitions';
import { candidateOf, statusOf, type Candidate, type Vacancy } from '../../vacancy';
import { refuseCommission, refuseCommissionDays, refuseCommissionFields } from '../hold-commission/commission-rules';

export interface CorrectCommission extends CommissionFacts {
  readonly motive: string;
}

/**
 * Decides anew all that the last commission examined but those withdrawn since. As many applications count as were
 * examined then, and a condition that was met stays met. Refused as `holdCommission`, and `not-in-this-status` once an
 * offer was made.
 */
export function correctCommission(
  command: CorrectCommission,
  vacancy: Vacancy,
  at: Circumstances,
): Decision<VacancyEvent> {
  const toDecide = examinedBefore(vacancy);
  const refusal = firstOf(
    () => refuseUnlisted('motif', command.motive, at.motives.correction),
    () => refuseCommissionFields(command, at),
    () => refuseFuture('date_caleol', command.on, at),
    () => refuseVacancyVerb(vacancy, 'commission/correction'),
    () => refuseLate(vacancy),
    () => refuseCommissionDays(command, vacancy),
    () => refuseFormerLandlord(at),
    () => refuseCommission(command, { vacancy, toDecide, at, examinedThen: vacancy.commission!.decisions.length }),
  );
  return refusal ?? [{ type: 'CommissionCorrected', data: command }];
}

function examinedBefore(vacancy: Vacancy): readonly Candidate[] {
  return (vacancy.commission?.decisions ?? []).flatMap(({ candidate }) => {
    const known = candidateOf(vacancy, candidate);
    return known && known.status !== 'withdrawn' ? [known] : [];
  });
}

/** There is nothing to correct before a commission, nor once one of its offers went out. */
function refuseLate(vacancy: Vacancy): Refusal | undefined {
  const offered = examinedBefore(vacancy).some(({ offer }) => offer !== null);
  if (vacancy.commission && !offered) return undefined;
  return refuse('not-in-this-status', { present: statusOf(vacancy), admitted: [] });
}
