import type { Decision } from '#kernel';
import { firstOf, refuseFormerLandlord, refuseFuture } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { CommissionFacts, VacancyEvent } from '../../events';
import { refuseVacancyVerb } from '../../transitions';
import type { Vacancy } from '../../vacancy';
import { refuseCommission, refuseCommissionDays, refuseCommissionFields, withRanks } from './commission-rules';

/**
 * The landlord's commission decides of every designated candidate at once (R441-3, R441-9). Refused: `value-not-admitted`,
 * `day-in-future`, `not-in-this-status`, `day-out-of-order`, `residence-of-another-landlord`, `endorsement-needed`,
 * `three-applications-needed`, `decision-incomplete`, `quorum-not-reached`, `votes-do-not-carry`,
 * `fragility-motive-not-admitted`.
 */
export function holdCommission(asked: CommissionFacts, vacancy: Vacancy, at: Circumstances): Decision<VacancyEvent> {
  const command = withRanks(asked);
  const designated = vacancy.candidates.filter(({ status }) => status === 'designated');
  const refusal = firstOf(
    () => refuseCommissionFields(command, at),
    () => refuseFuture('date_caleol', command.on, at),
    () => refuseVacancyVerb(vacancy, 'commission'),
    () => refuseCommissionDays(command, vacancy),
    () => refuseFormerLandlord(at),
    () => refuseCommission(command, { vacancy, toDecide: designated, at }),
  );
  return refusal ?? [{ type: 'CommissionHeld', data: command }];
}
