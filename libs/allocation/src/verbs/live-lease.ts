import type { Allocation } from '../allocation';
import type { SealedAllocationFacts } from '../events';
import type { Lease } from '../derived-facts';

/** A recorded lease as a row would say it: without what is derived. */
export function leaseOf({ facts }: Allocation, sealed: SealedAllocationFacts): Lease {
  const {
    household: _household,
    quartile: _quartile,
    priority: _priority,
    homeWork: _homeWork,
    rehoused: _rehoused,
    ...clear
  } = facts;
  return { ...clear, ...sealed };
}

/**
 * What a row says of a lease that the live process signed: an empty cell keeps what is recorded. Of publics a row says only to which the
 * household belongs, so it adds to them.
 */
export function completedBy(row: Lease, known: Lease): Lease {
  const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  const publics = [...new Set([...known.publics, ...row.publics])].sort();
  return { ...known, ...given, publics };
}

/** Whether a row says that a cancelled lease took effect after all. For a lease that the live process signed, an empty cell does not say so. */
export function comesBack(
  row: Pick<Lease, 'cancelled'>,
  { state: { facts, isLive } }: { readonly state: Pick<Allocation, 'facts' | 'isLive'> },
): boolean {
  if (facts.cancelled !== true || row.cancelled === true) return false;
  return !isLive || row.cancelled === false;
}
