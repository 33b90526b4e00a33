import type { DecidedEvent } from '#deciding';
import type { KeyRing } from '#people';
import type { VacancyEvent } from '../../events';
import { candidateOf } from '../../vacancy';
import { isLeaseAct, type CandidateAct, type VacancyAct } from '../vacancy-command';
import type { LeaseStand } from './decide-on-lease';

/** Whether the command may let the vacancy, or is about its lease: it then needs to know which dwelling it is. */
export function bindsDwelling(act: VacancyAct | CandidateAct): boolean {
  return isLeaseAct(act) || act.verb === 'lease recorded';
}

/**
 * The lease binds the dwelling to its household: the reference is sealed again, with the household's key. Nothing where the household
 * was erased, or the key of the vacancy is gone.
 */
export function boundDwelling(
  event: VacancyEvent,
  lease: LeaseStand | undefined,
  keys: KeyRing | undefined,
): DecidedEvent<VacancyEvent>['people'] {
  if (event.type !== 'VacancyLet' || lease?.reference === undefined) return undefined;
  const { household } = candidateOf(lease.vacancy, event.data.candidate)!;
  return keys?.canOpen(household) ? { household, facts: { reference: lease.reference } } : undefined;
}
