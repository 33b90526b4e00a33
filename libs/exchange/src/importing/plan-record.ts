import { rowEventId } from '#deciding';
import { lastEventOf, readWholeStream, type EventMetadata, type EventStore, type StreamBatch } from '#event-store';
import { changesBetween } from '#kernel';
import type { RecordKind } from './record-kinds';

/** Who imports, and the correlation of the import: the same on all its events. */
export type ImportMetadata = Pick<EventMetadata, 'actor' | 'role' | 'correlationId' | 'causationId'>;

/** The event that a reference row adds to its stream; undefined where the record says the same already. */
export async function planRecord<Facts extends object>(
  kind: RecordKind<Facts>,
  facts: Facts,
  rowDigest: string,
  metadata: ImportMetadata,
  store: EventStore,
): Promise<StreamBatch | undefined> {
  const { streams } = kind;
  const stream = streams.nameFor(facts);
  const last = await lastEventOf(store, stream);
  if (last?.metadata.rowDigest === rowDigest) return undefined;
  const known = last && streams.fold(await readWholeStream(store, stream));
  const event = known ? correction(kind, facts, known) : streams.declaring(facts);
  if (!event) return undefined;
  const id = rowEventId(stream, last?.revision ?? -1, rowDigest);
  const written = { ...metadata, rowDigest, effectiveDay: kind.effectiveDay?.(facts) };
  return { stream, expected: last?.revision ?? 'none', events: [streams.write(event, { id, metadata: written })] };
}

function correction<Facts extends object>(
  { streams, withRecordedFacts }: RecordKind<Facts>,
  facts: Facts,
  known: Facts,
) {
  const changes = changesBetween(known, withRecordedFacts?.(facts, known) ?? facts);
  return changes && streams.correcting(changes);
}
