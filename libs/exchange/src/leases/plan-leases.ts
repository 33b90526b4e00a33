import { allocationStream, packSealed, recordLease, type Derivation, type Lease } from '#allocation';
import type { EventStore, NewEvent, StreamBatch } from '#event-store';
import { isRefusal, type JsonObject, type Uuid } from '#kernel';
import type { Vault, VaultSession } from '#people';
import { importedEventId, type ImportMetadata } from '../importing/plan-record';
import { lastEventOf } from '../importing/streams';
import { readLeases, type RecordedLease } from './recorded-lease';

/** What planning leases needs. */
export interface LeasePlanning {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly session: VaultSession;
  readonly derivation: Derivation;
  readonly metadata: ImportMetadata;
}

/** A row of attributions.csv, and the keyed digest of its canonical text. */
export interface LeaseRow {
  readonly lease: Lease;
  readonly rowDigest: string;
}

export type LeasePlan =
  | { readonly kind: 'unchanged'; readonly allocation: Uuid }
  | { readonly kind: 'erased'; readonly allocation: Uuid }
  | { readonly kind: 'changed'; readonly allocation: Uuid; readonly batch: StreamBatch };

/** What rows of attributions.csv add to the histories of their leases, each in its turn. Their numbers differ from each other. */
export async function planLeases(rows: readonly LeaseRow[], planning: LeasePlanning): Promise<readonly LeasePlan[]> {
  const { session } = planning;
  await session.prepare({ allocations: rows.map(({ lease }) => lease.allocationNumber) });
  const digests = await lastDigests(rows, planning);
  const isNews = ({ lease, rowDigest }: LeaseRow): boolean => digests.get(lease.allocationNumber) !== rowDigest;
  const news = rows.filter(isNews);
  await session.prepare({ households: news.map(({ lease }) => lease.householdNumber) });
  const corrected = news.filter(({ lease }) => digests.has(lease.allocationNumber));
  const recorded = await readLeases(
    corrected.map(({ lease }) => session.allocation(lease.allocationNumber)),
    planning,
  );
  return rows.map((row) => {
    const allocation = session.allocation(row.lease.allocationNumber);
    return isNews(row) ? planLease(row, recorded.get(allocation), planning) : { kind: 'unchanged', allocation };
  });
}

/** The digest of the row that last said something of each lease, by its number: of the leases that are recorded. */
async function lastDigests(
  rows: readonly LeaseRow[],
  { session, store }: LeasePlanning,
): Promise<ReadonlyMap<string, string | undefined>> {
  const digests = new Map<string, string | undefined>();
  for (const { lease } of rows) {
    const known = session.find('allocation', lease.allocationNumber);
    const last = known && (await lastEventOf(store, allocationStream(known)));
    if (last) digests.set(lease.allocationNumber, last.metadata.rowDigest);
  }
  return digests;
}

/** What a row adds to a lease as it is recorded, where it is. Its numbers are prepared in the session. */
export function planLease(row: LeaseRow, recorded: RecordedLease | undefined, planning: LeasePlanning): LeasePlan {
  const { session, derivation, metadata } = planning;
  const { lease, rowDigest } = row;
  const allocation = session.allocation(lease.allocationNumber);
  if (recorded && !recorded.sealed) return { kind: 'erased', allocation };
  const household = session.household(lease.householdNumber);
  const decision = recordLease({ lease, household, derivation }, recorded);
  if (isRefusal(decision)) throw new Error(`unexpected refusal ${decision.code}`);
  const [event] = decision;
  if (!event) return { kind: 'unchanged', allocation };
  const stream = allocationStream(allocation);
  const revision = recorded?.allocation.revision ?? -1;
  const id = importedEventId(stream, revision, rowDigest);
  const newEvent: NewEvent = {
    id,
    type: event.type,
    schemaVersion: 1,
    data: event.data as unknown as JsonObject,
    people: session.seal(household, id, packSealed(event.people)),
    metadata: { ...metadata, rowDigest, effectiveDay: lease.signedOn },
  };
  return { kind: 'changed', allocation, batch: { stream, expected: recorded ? revision : 'none', events: [newEvent] } };
}
