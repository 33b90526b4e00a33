import { changesBetween, yearOf, type Changes, type Decision, type Uuid } from '#kernel';
import type { Allocation } from '../allocation';
import type { AllocationFacts, SealedAllocationFacts, SignedFacts } from '../events';
import { clearHouseholdOf, sealedHouseholdOf, type Derivation } from '../derived-facts';
import type { SealedPart } from '../sealed-form';

/** A signed lease as Mixité receives it: a row of attributions.csv, or later the end of the live process. */
export type Lease = Omit<AllocationFacts, 'quartile' | 'priority' | 'homeWork' | 'rehoused'> & SealedAllocationFacts;

/** An event before it is sealed: `people` is in clear here, and goes no further than the vault. */
export interface LeaseEvent {
  readonly type: 'AllocationSigned' | 'AllocationCorrected' | 'AllocationCancelled';
  readonly household: Uuid;
  readonly data: SignedFacts | { readonly changes: Changes<{ readonly household: Uuid } & AllocationFacts> };
  readonly people: SealedPart;
}

/** Records a new lease, or one correction of a lease that differs from what is recorded. Nothing where nothing differs. */
export function recordLease(
  command: { readonly lease: Lease; readonly household: Uuid; readonly derivation: Derivation },
  recorded: { readonly allocation: Allocation; readonly sealed: SealedAllocationFacts | undefined } | undefined,
): Decision<LeaseEvent> {
  const { household } = command;
  const sealed = sealedFactsOf(command.lease);
  const facts = { household, ...clearFactsOf(command.lease, command.derivation) };
  if (!recorded) return [{ type: 'AllocationSigned', household, data: signedFacts(facts), people: sealed }];

  const before = recorded.allocation.facts;
  const clear = changesBetween(before, facts);
  const people = hiddenChanges(before.household === household ? recorded.sealed : undefined, sealed);
  if (!clear && !people) return [];
  const type = facts.cancelled === true && before.cancelled !== true ? 'AllocationCancelled' : 'AllocationCorrected';
  return [{ type, household, data: { changes: clear ?? {} }, people: people ?? { changes: {} } }];
}

/**
 * The old and new sealed values. Where the household is another, only the new values: the old ones stay under the former household's
 * key alone, since this event must outlive that household's erasure.
 */
function hiddenChanges(
  before: SealedAllocationFacts | undefined,
  after: SealedAllocationFacts,
): SealedPart | undefined {
  if (!before) return after;
  const changes = changesBetween(before, after);
  return changes && { changes };
}

/** The clear facts that the figures read, derived once from the sealed ones. */
export function clearFactsOf(lease: Lease, derivation: Derivation): AllocationFacts {
  return {
    signedOn: lease.signedOn,
    commissionOn: lease.commissionOn,
    residence: lease.residence,
    dwellingType: lease.dwellingType,
    financing: lease.financing,
    firstLetting: lease.firstLetting,
    cancelled: lease.cancelled,
    holder: lease.holder,
    ...clearHouseholdOf(lease, derivation, yearOf(lease.signedOn)),
  };
}

/** Most territories follow no publics: their events leave the field out. */
function signedFacts({ publics, ...facts }: { readonly household: Uuid } & AllocationFacts): SignedFacts {
  return publics.length === 0 ? facts : { ...facts, publics };
}

function sealedFactsOf(lease: Lease): SealedAllocationFacts {
  const { allocationNumber, dwellingReference } = lease;
  return { allocationNumber, dwellingReference, ...sealedHouseholdOf(lease) };
}
