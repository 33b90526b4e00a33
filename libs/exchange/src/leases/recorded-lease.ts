import {
  allocationStream,
  evolve,
  evolveSealed,
  unpackSealed,
  type Allocation,
  type AllocationRecorded,
  type SealedAllocationFacts,
} from '#allocation';
import type { EventStore, RecordedEvent } from '#event-store';
import type { Json, Uuid } from '#kernel';
import type { KeyRing, Vault } from '#people';
import { readWholeStream } from '../importing/streams';

/** A lease as its events leave it. */
export interface RecordedLease {
  readonly allocation: Allocation;
  /** Undefined once the household was erased. */
  readonly sealed: SealedAllocationFacts | undefined;
}

/** Reads those leases and opens what they seal, with the keys of all of them loaded at once. */
export async function readLeases(
  allocations: readonly Uuid[],
  { store, vault }: { readonly store: EventStore; readonly vault: Vault },
): Promise<ReadonlyMap<Uuid, RecordedLease>> {
  const histories = new Map<Uuid, readonly RecordedEvent[]>();
  for (const allocation of allocations)
    histories.set(allocation, await readWholeStream(store, allocationStream(allocation)));
  const keys = await vault.keysOf([...histories.values()].flatMap(householdsIn));
  return new Map([...histories].map(([allocation, events]) => [allocation, leaseAfter(events, keys)]));
}

/** The households whose keys open these events. */
export function householdsIn(events: readonly RecordedEvent[]): readonly Uuid[] {
  return events.flatMap(({ people }) => (people ? [people.household] : []));
}

/** @param events of one lease, from the first on: at least one */
export function leaseAfter(events: readonly RecordedEvent[], keys: KeyRing): RecordedLease {
  let allocation: Allocation | undefined;
  let sealed: SealedAllocationFacts | undefined;
  for (const event of events) {
    allocation = evolve(allocation, event as unknown as AllocationRecorded);
    if (event.people) sealed = sealedAfter(sealed, event, keys);
  }
  return { allocation: allocation!, sealed };
}

/** Undefined from the first event that no longer opens on: a partly erased history is not guessed at. */
function sealedAfter(
  sealed: SealedAllocationFacts | undefined,
  event: RecordedEvent,
  keys: KeyRing,
): SealedAllocationFacts | undefined {
  const box = keys.open<Json>(event.people!, event.id);
  if (box === undefined) return undefined;
  const opened = unpackSealed(box);
  return 'changes' in opened && !sealed ? undefined : evolveSealed(sealed, opened);
}
