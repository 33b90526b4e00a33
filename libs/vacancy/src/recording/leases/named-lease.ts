import type { LeaseStream, LiveLeases } from '#allocation';
import type { Uuid } from '#kernel';
import type { Vacancy } from '../../vacancy';
import type { CandidateAct, LeaseAct, VacancyAct } from '../vacancy-command';

/**
 * The lease that the command is about: by its number, or as the one of the vacancy. Undefined where the number is new.
 * @param known a stream that was read before: it is not read again
 */
export async function leaseNamedBy(
  act: LeaseAct,
  { lease }: Vacancy,
  { leases, known }: { readonly leases: LiveLeases; readonly known: LeaseStream | undefined },
): Promise<LeaseStream | undefined> {
  const allocation = act.verb === 'lease' ? await leases.find(act.given.number) : lease?.allocation;
  if (known && known.allocation === allocation) return known;
  return allocation && leases.read(allocation);
}

/** Whether a correction gives the lease the number of another. */
export async function isNumberTaken(
  act: VacancyAct | CandidateAct,
  allocation: Uuid | undefined,
  leases: LiveLeases,
): Promise<boolean> {
  const number = act.verb === 'lease/correction' ? act.changes.allocationNumber : undefined;
  const named = number === undefined ? undefined : await leases.find(number);
  if (named === undefined || named === allocation) return false;
  return (await leases.read(named)).lease !== undefined;
}
