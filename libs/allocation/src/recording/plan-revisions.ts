import { rowEventId } from '#deciding';
import type { NewEvent, StreamBatch } from '#event-store';
import type { Uuid } from '#kernel';
import { ALLOCATION_STREAMS } from '../events';
import type { Derivation } from '../derived-facts';
import { reviseFacts } from '../verbs/revise-facts';
import type { RecordedLease } from './lease-kind';

/** The revisions of a recorded lease under new bounds or communes; undefined where nothing changes, or its household was erased. */
export function planRevision(
  allocation: Uuid,
  recorded: RecordedLease,
  planning: { readonly derivation: Derivation; readonly metadata: NewEvent['metadata'] },
): StreamBatch | undefined {
  if (!recorded.sealed) return undefined;
  const { revision, rowDigest, facts } = recorded.state;
  const stream = ALLOCATION_STREAMS.name(allocation);
  const revisions = reviseFacts(recorded.state, recorded.sealed, planning.derivation);
  if (revisions.length === 0) return undefined;
  const events = revisions.map((revised, index) =>
    ALLOCATION_STREAMS.write(revised, {
      id: rowEventId(stream, revision + index, `${revised.type}|${JSON.stringify(revised.data)}`),
      // No new row: the digest of the last one is kept, so that the next import still recognises it.
      metadata: { ...planning.metadata, rowDigest, effectiveDay: facts.signedOn },
    }),
  );
  return { stream, expected: revision, events };
}
