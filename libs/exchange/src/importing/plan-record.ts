import { rowEventId } from '#deciding';
import {
  foldRecord,
  lastEventOf,
  readWholeStream,
  type EventMetadata,
  type EventStore,
  type NewEvent,
  type StreamBatch,
} from '#event-store';
import { changesBetween, type JsonObject } from '#kernel';
import type { RecordKind } from './record-kinds';

/** Who imports, in which import: the same on every event of it. */
export type ImportMetadata = Pick<EventMetadata, 'actor' | 'role' | 'correlationId' | 'causationId'>;

/** The one event that a reference row adds to its stream; undefined where the record already says the same. */
export async function planRecord<Facts extends object>(
  kind: RecordKind<Facts>,
  facts: Facts,
  rowDigest: string,
  metadata: ImportMetadata,
  store: EventStore,
): Promise<StreamBatch | undefined> {
  const stream = kind.stream(facts);
  const last = await lastEventOf(store, stream);
  if (last?.metadata.rowDigest === rowDigest) return undefined;
  const event = (revision: number, type: string, data: JsonObject): NewEvent => ({
    id: rowEventId(stream, revision, rowDigest),
    type,
    schemaVersion: 1,
    data,
    metadata: { ...metadata, rowDigest, effectiveDay: kind.effectiveDay?.(facts) },
  });
  if (!last) return { stream, expected: 'none', events: [event(-1, kind.declared, facts as unknown as JsonObject)] };
  const known = foldRecord<Facts>(await readWholeStream(store, stream));
  const changes = changesBetween(known, kind.withUntold?.(facts, known) ?? facts);
  if (!changes) return undefined;
  return {
    stream,
    expected: last.revision,
    events: [event(last.revision, kind.corrected, { changes } as unknown as JsonObject)],
  };
}
