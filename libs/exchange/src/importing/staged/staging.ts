import { newUuid, type Uuid } from '#kernel';
import { STAGING_STREAMS, type EventStore, type NewEvent, type StreamBatch } from '#event-store';

/** A server takes one megabyte at a time. This leaves room for the JSON and the envelope. */
const CHUNK_CHARACTERS = 256 * 1024;
const CHUNK_BATCHES = 250;
const CHUNKS_PER_PAGE = 8;

/** The staged events of one import. */
export interface Staged {
  readonly import: Uuid;
  readonly chunks: number;
  readonly batches: number;
  readonly events: number;
  /** The metadata that every event of the import has. */
  readonly metadata: NewEvent['metadata'];
}

/** Keeps the batches of an import in a stream of their own, which is no part of the history. @returns null where there are no batches */
export async function stage(batches: AsyncIterable<StreamBatch>, store: EventStore): Promise<Staged | null> {
  const id = newUuid();
  const counts = { chunks: 0, batches: 0, events: 0 };
  let metadata: NewEvent['metadata'] | undefined;
  for await (const chunk of inChunks(batches)) {
    metadata ??= chunk[0]!.events[0]!.metadata;
    const event = chunkEvent(chunk, metadata);
    const expected = counts.chunks === 0 ? 'none' : counts.chunks - 1;
    await store.append({ stream: STAGING_STREAMS.name(id), expected, events: [event] });
    counts.chunks += 1;
    counts.batches += chunk.length;
    counts.events += chunk.reduce((sum, { events }) => sum + events.length, 0);
  }
  return metadata ? { import: id, ...counts, metadata } : null;
}

/** The staged batches in their order, one chunk at a time. */
export async function* stagedChunks(store: EventStore, id: Uuid): AsyncGenerator<readonly StreamBatch[]> {
  for (let from = 0; ; from += CHUNKS_PER_PAGE) {
    const page = await store.readStream(STAGING_STREAMS.name(id), { from, maxCount: CHUNKS_PER_PAGE });
    for (const event of page) yield STAGING_STREAMS.read(event).data.batches;
    if (page.length < CHUNKS_PER_PAGE) return;
  }
}

async function* inChunks(batches: AsyncIterable<StreamBatch>): AsyncGenerator<readonly StreamBatch[]> {
  let chunk: StreamBatch[] = [];
  let characters = 0;
  for await (const batch of batches) {
    const size = JSON.stringify(batch).length;
    if (chunk.length > 0 && (chunk.length === CHUNK_BATCHES || characters + size > CHUNK_CHARACTERS)) {
      yield chunk;
      chunk = [];
      characters = 0;
    }
    chunk.push(batch);
    characters += size;
  }
  if (chunk.length > 0) yield chunk;
}

function chunkEvent(batches: readonly StreamBatch[], metadata: NewEvent['metadata']): NewEvent {
  const { actor, role, correlationId, causationId } = metadata;
  const stored = { id: newUuid(), metadata: { actor, role, correlationId, causationId } };
  return STAGING_STREAMS.write({ type: 'ImportChunkStaged', data: { batches } }, stored);
}
