import { isRefusal, type Json, type JsonObject, type Uuid } from '#kernel';
import type { EventStore, NewEvent, RecordedEvent, StreamBatch } from '#event-store';
import {
  allocationStream,
  evolve,
  evolveSealed,
  packSealed,
  recordLease,
  reviseFacts,
  unpackSealed,
  type Allocation,
  type AllocationRecorded,
  type Derivation,
  type Lease,
  type SealedAllocationFacts,
} from '#allocation';
import type { Vault, VaultSession } from '#people';
import { importedEventId, type ImportMetadata } from './plan-record';
import { lastEventOf, readWholeStream } from './streams';

/** What planning a lease needs. */
export interface AllocationPlanning {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly session: VaultSession;
  readonly derivation: Derivation;
  readonly metadata: ImportMetadata;
}

export type LeasePlan =
  | { readonly kind: 'unchanged' | 'erased'; readonly allocation: Uuid }
  | { readonly kind: 'changed'; readonly allocation: Uuid; readonly batch: StreamBatch };

interface RecordedAllocation {
  readonly allocation: Allocation;
  /** Undefined once the household was erased. */
  readonly sealed: SealedAllocationFacts | undefined;
}

/** What a row of attributions.csv adds to the history of its lease. */
export async function planLease(lease: Lease, rowDigest: string, planning: AllocationPlanning): Promise<LeasePlan> {
  const { store, session } = planning;
  const known = session.find('allocation', lease.allocationNumber);
  const last = known && (await lastEventOf(store, allocationStream(known)));
  if (!known || !last) {
    const household = session.household(lease.householdNumber);
    const allocation = known ?? session.allocation(lease.allocationNumber);
    return {
      kind: 'changed',
      allocation,
      batch: decideBatch(allocation, lease, household, rowDigest, undefined, planning)!,
    };
  }
  if (last.metadata.rowDigest === rowDigest) return { kind: 'unchanged', allocation: known };
  const recorded = await loadAllocation(known, planning);
  if (!recorded.sealed) return { kind: 'erased', allocation: known };
  const household = session.household(lease.householdNumber);
  const batch = decideBatch(known, lease, household, rowDigest, recorded, planning);
  return batch ? { kind: 'changed', allocation: known, batch } : { kind: 'unchanged', allocation: known };
}

/** The revisions that new bounds or communes make to a recorded lease; undefined where they change nothing, or it was erased. */
export async function planRevision(allocation: Uuid, planning: AllocationPlanning): Promise<StreamBatch | undefined> {
  const recorded = await loadAllocation(allocation, planning);
  if (!recorded.sealed) return undefined;
  const { revision, rowDigest, facts } = recorded.allocation;
  const stream = allocationStream(allocation);
  const revisions = reviseFacts(recorded.allocation, recorded.sealed, planning.derivation);
  if (revisions.length === 0) return undefined;
  const events = revisions.map((revised, index): NewEvent => ({
    id: importedEventId(stream, revision + index, `${revised.type}|${JSON.stringify(revised.data)}`),
    type: revised.type,
    schemaVersion: 1,
    data: revised.data as unknown as JsonObject,
    // The row said nothing new: its digest goes on, so that the next import still knows it.
    metadata: { ...planning.metadata, rowDigest, effectiveDay: facts.signedOn },
  }));
  return { stream, expected: revision, events };
}

function decideBatch(
  allocation: Uuid,
  lease: Lease,
  household: Uuid,
  rowDigest: string,
  recorded: RecordedAllocation | undefined,
  planning: AllocationPlanning,
): StreamBatch | undefined {
  const decision = recordLease({ lease, household, derivation: planning.derivation }, recorded);
  if (isRefusal(decision)) throw new Error(`unexpected refusal ${decision.code}`);
  const [event] = decision;
  if (!event) return undefined;
  const stream = allocationStream(allocation);
  const revision = recorded?.allocation.revision ?? -1;
  const id = importedEventId(stream, revision, rowDigest);
  const sealed = planning.session.seal(household, id, packSealed(event.people));
  const newEvent: NewEvent = {
    id,
    type: event.type,
    schemaVersion: 1,
    data: event.data as unknown as JsonObject,
    people: sealed,
    metadata: { ...planning.metadata, rowDigest, effectiveDay: lease.signedOn },
  };
  return { stream, expected: recorded ? revision : 'none', events: [newEvent] };
}

async function loadAllocation(allocation: Uuid, planning: AllocationPlanning): Promise<RecordedAllocation> {
  const events = await readWholeStream(planning.store, allocationStream(allocation));
  let state: Allocation | undefined;
  let sealed: SealedAllocationFacts | undefined;
  for (const event of events) {
    state = evolve(state, event as unknown as AllocationRecorded);
    sealed = event.people ? openSealed(sealed, event, planning.vault) : sealed;
  }
  return { allocation: state!, sealed };
}

/** Undefined from the first event that no longer opens on: a partly erased history is not guessed at. */
function openSealed(
  sealed: SealedAllocationFacts | undefined,
  event: RecordedEvent,
  vault: Vault,
): SealedAllocationFacts | undefined {
  const box = vault.open<Json>(event.people!, event.id);
  if (box === undefined) return undefined;
  const opened = unpackSealed(box);
  return 'changes' in opened && !sealed ? undefined : evolveSealed(sealed, opened);
}
