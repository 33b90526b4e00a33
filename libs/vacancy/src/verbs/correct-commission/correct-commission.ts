import type { Decision, Refusal, Uuid } from '#kernel';
import { firstOf, refuseFormerLandlord, refuseFuture, refuseSecondDesignation } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { CommissionFacts, VacancyEvent } from '../../events';
import { refuseUnlisted } from '../../motives';
import { refuseVacancyVerb } from '../../transitions';
import { candidateOf, type Candidate, type Vacancy } from '../../vacancy';
import {
  isRefused,
  refuseCommission,
  refuseCommissionDays,
  refuseCommissionFields,
  withRanks,
} from '../hold-commission/commission-rules';

export interface CorrectCommission extends CommissionFacts {
  readonly motive: string;
}

/**
 * Decides anew all that the last commission examined but those withdrawn since. As many applications count as were
 * examined then, and a condition that was met stays met. Refused as `holdCommission`, with `not-in-this-status` also once
 * an offer was made, and `candidate-already-designated`.
 */
export function correctCommission(
  asked: CorrectCommission,
  vacancy: Vacancy,
  at: Circumstances,
): Decision<VacancyEvent> {
  const command = withRanks(asked);
  const toDecide = examinedBefore(vacancy);
  const refusal = firstOf(
    () => refuseUnlisted('motif', command.motive, at.motives.correction),
    () => refuseCommissionFields(command, at),
    () => refuseFuture('date_caleol', command.on, at),
    () => refuseVacancyVerb(vacancy, 'commission/correction'),
    () => refuseCommissionDays(command, vacancy),
    () => refuseFormerLandlord(at),
    () => refuseRevivals(command, vacancy),
    () => refuseCommission(command, { vacancy, toDecide, at, examinedThen: examinedThen(vacancy) }),
  );
  return refusal ?? [{ type: 'CommissionCorrected', data: command }];
}

function examinedBefore(vacancy: Vacancy): readonly Candidate[] {
  return examinedThen(vacancy)
    .map((id) => candidateOf(vacancy, id)!)
    .filter(({ status }) => status !== 'withdrawn');
}

function examinedThen({ commission }: Vacancy): readonly Uuid[] {
  return (commission?.decisions ?? []).map(({ candidate }) => candidate);
}

/** A household that was refused and designated again is not allocated by the correction too. */
function refuseRevivals({ decisions }: CorrectCommission, vacancy: Vacancy): Refusal | undefined {
  const allocated = decisions
    .filter(({ decision }) => !isRefused(decision))
    .flatMap(({ candidate }) => candidateOf(vacancy, candidate) ?? []);
  return firstOf(...allocated.map((candidate) => () => refuseSecondDesignation({ vacancy, candidate })));
}
