import { changesBetween, uuidV5, type JsonObject } from '#kernel';
import type { EventMetadata, EventStore, NewEvent, StreamBatch } from '#event-store';
import type { RecordKind } from './record-kinds';
import { foldRecord, lastEventOf, readWholeStream } from './streams';

/** Who imports, in which import: the same on every event of it. */
export type ImportMetadata = Pick<EventMetadata, 'actor' | 'role' | 'correlationId' | 'causationId'>;

/** What an event of an import is identified by: the same row at the same revision is the same event, however often it is told. */
export function importedEventId(stream: string, revision: number, rowDigest: string) {
  return uuidV5(`${stream}|${revision}|${rowDigest}`);
}

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
    id: importedEventId(stream, revision, rowDigest),
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
