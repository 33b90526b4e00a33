import { changesBetween, refuse, yearOf, type Decision, type Refusal, type Uuid } from '#kernel';
import type { Allocation } from '../allocation';
import type {
  AllocationCorrection,
  AllocationFacts,
  ReservedFacts,
  SealedAllocationFacts,
  SignedFacts,
} from '../events';
import { clearHouseholdOf, sealedHouseholdOf, type Derivation, type Lease } from '../derived-facts';
import type { SealedPart } from '../sealed-form';
import { completedBy, leaseOf } from './live-lease';

/** An event before it is sealed: `people` is in clear here, and goes no further than the vault. */
export interface LeaseEvent {
  readonly type: 'AllocationSigned' | 'AllocationCorrected' | 'AllocationCancelled';
  readonly household: Uuid;
  readonly data: SignedFacts | AllocationCorrection;
  readonly people: SealedPart;
}

export interface RecordedForLease {
  readonly allocation: Allocation;
  readonly sealed: SealedAllocationFacts | undefined;
}

interface Given {
  readonly lease: Lease;
  readonly household: Uuid;
  readonly derivation: Derivation;
}

/** The first event of a lease. @param reserved of a lease that the live process signs */
export function signLease({ lease, household, derivation }: Given, reserved: ReservedFacts = {}): LeaseEvent {
  const facts = { household, ...clearFactsOf(lease, derivation) };
  const data = { ...signedFacts(facts), ...reserved };
  return { type: 'AllocationSigned', household, data, people: sealedFactsOf(lease) };
}

/**
 * A row of a file: records a new lease, or one correction of a lease that differs from what is recorded. Nothing where nothing differs.
 * A lease that the live process signed stays with its household and its dwelling, and an empty cell changes nothing in it. Refused:
 * `lease-of-another-household`, `lease-of-another-dwelling`.
 */
export function recordLease(command: Given, recorded: RecordedForLease | undefined): Decision<LeaseEvent> {
  if (!recorded) return [signLease(command)];
  const { allocation, sealed } = recorded;
  if (!allocation.isLive || !sealed) return correctLease(command, recorded);
  const known = leaseOf(allocation, sealed);
  const refusal = refuseOther(command, allocation, known);
  return refusal ?? correctLease({ ...command, lease: completedBy(command.lease, known) }, recorded);
}

function refuseOther({ lease, household }: Given, { facts }: Allocation, known: Lease): Refusal | undefined {
  if (household !== facts.household) return refuse('lease-of-another-household');
  const isSame = lease.residence === known.residence && lease.dwellingReference === known.dwellingReference;
  return isSame ? undefined : refuse('lease-of-another-dwelling');
}

/** One event where the lease differs from what is recorded. @param motive of a correction that a person gives */
export function correctLease(
  { lease, household, derivation }: Given,
  { allocation, sealed: known }: RecordedForLease,
  motive?: string,
): readonly LeaseEvent[] {
  const sealed = sealedFactsOf(lease);
  const facts = { household, ...clearFactsOf(lease, derivation) };
  const before = allocation.facts;
  const clear = changesBetween(before, facts);
  const people = hiddenChanges(before.household === household ? known : undefined, sealed);
  if (!clear && !people) return [];
  const type = facts.cancelled === true && before.cancelled !== true ? 'AllocationCancelled' : 'AllocationCorrected';
  const data = { changes: clear ?? {}, ...(motive !== undefined && { motive }) };
  return [{ type, household, data, people: people ?? { changes: {} } }];
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
