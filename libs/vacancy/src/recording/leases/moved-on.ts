import {
  ALLOCATION_STREAMS,
  evolve,
  LEASE_EVENT_TYPES,
  type Allocation,
  type SealedAllocationFacts,
} from '#allocation';
import { eventsOfTypes, type EventStore } from '#event-store';
import type { Uuid } from '#kernel';
import type { Vault } from '#people';
import { VACANCY_STREAMS } from '../../events';
import { claimOf } from '../claims';

/** A lease that was cancelled. */
export interface CancelledLease {
  readonly allocation: Uuid;
  readonly facts: Allocation['facts'];
  /** Undefined once its household was erased: nothing tells then which dwelling it was. */
  readonly sealed: SealedAllocationFacts | undefined;
}

interface Stores {
  readonly store: EventStore;
  readonly vault: Vault;
}

/**
 * Whether a cancelled lease can no longer take effect after all: its household has another lease or is signing one, or its dwelling was
 * declared free again. It is asked of few leases, so it reads the history.
 */
export async function hasMovedOn(lease: CancelledLease, stores: Stores): Promise<boolean> {
  return (await dwellingHasMovedOn(lease, stores)) || (await householdHasMovedOn(lease, stores.store));
}

async function dwellingHasMovedOn({ allocation, facts, sealed }: CancelledLease, { store, vault }: Stores) {
  const id = sealed && (await vault.find('dwelling', `${facts.residence}\n${sealed.dwellingReference}`));
  const holder = id && (await claimOf({ kind: 'dwelling', id }, store)).holder;
  return Boolean(holder) && holder !== (await vacancyLetBy(allocation, store));
}

/** The vacancy that the lease let; undefined where none leads to it. */
export async function vacancyLetBy(allocation: Uuid, store: EventStore): Promise<Uuid | undefined> {
  for await (const event of eventsOfTypes(store, ['VacancyLet']))
    if (event.data['allocation'] === allocation) return VACANCY_STREAMS.idOf(event.stream) as Uuid;
  return undefined;
}

async function householdHasMovedOn({ allocation, facts }: CancelledLease, store: EventStore): Promise<boolean> {
  const { household } = facts;
  const { holder } = await claimOf({ kind: 'household', id: household }, store);
  if (holder !== null && holder !== allocation) return true;
  const leases = new Map<string, Allocation>();
  for await (const event of eventsOfTypes(store, LEASE_EVENT_TYPES)) {
    const after = evolve(leases.get(event.stream), ALLOCATION_STREAMS.read(event));
    if (after) leases.set(event.stream, after);
  }
  leases.delete(ALLOCATION_STREAMS.name(allocation));
  return [...leases.values()].some((one) => one.facts.household === household && one.facts.cancelled !== true);
}
