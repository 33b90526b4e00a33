import { isRefusal, type JsonObject, type Uuid } from '#kernel';
import type { EventStore, NewEvent, RecordedEvent, StreamBatch } from '#event-store';
import type { Vault, VaultSession } from '#people';
import {
  evolve,
  evolveSealed,
  recordRehousing,
  rehousingStream,
  type Rehousing,
  type RehousingAccount,
  type RehousingRecorded,
  type SealedRehousingFacts,
} from '#rehousing';
import { importedEventId, type ImportMetadata } from './plan-record';
import { lastEventOf, readWholeStream } from './streams';

/** What planning a rehousing needs. */
export interface RehousingPlanning {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly session: VaultSession;
  readonly metadata: ImportMetadata;
}

/** Whose case a row is about, and what it adds to its history. */
export interface RehousingPlan {
  readonly rehousing: Uuid;
  readonly kind: 'unchanged' | 'erased' | 'changed';
  /** Where it is changed. */
  readonly batch?: StreamBatch;
}

interface RecordedRehousing {
  readonly rehousing: Rehousing;
  /** Undefined once the household was erased. */
  readonly sealed: SealedRehousingFacts | undefined;
}

/** What a row of relogements.csv adds to the history of its case. */
export async function planRehousing(
  account: RehousingAccount,
  rowDigest: string,
  planning: RehousingPlanning,
): Promise<RehousingPlan> {
  const { store, session } = planning;
  const rehousing = session.rehousing(account.rehousingNumber);
  const last = await lastEventOf(store, rehousingStream(rehousing));
  if (last?.metadata.rowDigest === rowDigest) return { rehousing, kind: 'unchanged' };
  const recorded = last && (await loadRehousing(rehousing, planning));
  if (recorded && !recorded.sealed) return { rehousing, kind: 'erased' };
  const batch = decideBatch(rehousing, account, rowDigest, recorded, planning);
  return { rehousing, kind: batch ? 'changed' : 'unchanged', batch };
}

function decideBatch(
  rehousing: Uuid,
  account: RehousingAccount,
  rowDigest: string,
  recorded: RecordedRehousing | undefined,
  { session, metadata }: RehousingPlanning,
): StreamBatch | undefined {
  const household = session.household(account.householdNumber);
  const decision = recordRehousing({ account, household }, recorded);
  if (isRefusal(decision)) throw new Error(`unexpected refusal ${decision.code}`);
  const [event] = decision;
  if (!event) return undefined;
  const stream = rehousingStream(rehousing);
  const revision = recorded?.rehousing.revision ?? -1;
  const id = importedEventId(stream, revision, rowDigest);
  const newEvent: NewEvent = {
    id,
    type: event.type,
    schemaVersion: 1,
    data: event.data as unknown as JsonObject,
    people: session.seal(household, id, event.people as unknown as JsonObject),
    metadata: { ...metadata, rowDigest, effectiveDay: account.movedOn ?? undefined },
  };
  return { stream, expected: recorded ? revision : 'none', events: [newEvent] };
}

async function loadRehousing(rehousing: Uuid, { store, vault }: RehousingPlanning): Promise<RecordedRehousing> {
  const events = await readWholeStream(store, rehousingStream(rehousing));
  let state: Rehousing | undefined;
  let sealed: SealedRehousingFacts | undefined;
  for (const event of events) {
    state = evolve(state, event as unknown as RehousingRecorded);
    sealed = event.people ? openSealed(sealed, event, vault) : sealed;
  }
  return { rehousing: state!, sealed };
}

/** Undefined from the first event that no longer opens on: a partly erased history is not guessed at. */
function openSealed(
  sealed: SealedRehousingFacts | undefined,
  event: RecordedEvent,
  vault: Vault,
): SealedRehousingFacts | undefined {
  const opened = vault.open<Parameters<typeof evolveSealed>[1]>(event.people!, event.id);
  if (!opened) return undefined;
  return 'changes' in opened && !sealed ? undefined : evolveSealed(sealed, opened);
}
