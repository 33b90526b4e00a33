import { allocationStream, reviseFacts, type Derivation } from '#allocation';
import type { NewEvent, StreamBatch } from '#event-store';
import type { JsonObject, Uuid } from '#kernel';
import { importedEventId, type ImportMetadata } from '../importing/plan-record';
import type { RecordedLease } from './lease-kind';

/** The revisions that new bounds or communes make to a recorded lease; undefined where they change nothing, or it was erased. */
export function planRevision(
  allocation: Uuid,
  recorded: RecordedLease,
  planning: { readonly derivation: Derivation; readonly metadata: ImportMetadata },
): StreamBatch | undefined {
  if (!recorded.sealed) return undefined;
  const { revision, rowDigest, facts } = recorded.state;
  const stream = allocationStream(allocation);
  const revisions = reviseFacts(recorded.state, recorded.sealed, planning.derivation);
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
