import {
  isWrongRevision,
  STAGING_STREAMS,
  type DeletingEventStore,
  type NewEvent,
  type StreamBatch,
} from '#event-store';
import { IMPORTS_STREAM, lastImport, type ImportEvent, type StartedImport } from '#imports';
import { CodedError, uuidV5 } from '#kernel';
import { applyBatches } from './apply';
import { stage, stagedChunks } from './staging';

/**
 * Writes an import on a store that has no transaction over several streams. All events are first kept in a staging stream. Then
 * `ImportStarted` makes the import certain, its events are appended to their streams, and `ImportCompleted` ends it. If the process is
 * cut off before `ImportStarted`, nothing happened; if it is cut off later, the next import finishes this one first, with the same
 * event ids.
 * @throws CodedError `import-under-way` where another import began meanwhile; `import-overtaken` where others wrote to some streams
 * after the planning: all other rows are written, and a second import writes these
 */
export async function writeStaged(batches: AsyncIterable<StreamBatch>, store: DeletingEventStore): Promise<void> {
  const staged = await stage(batches, store);
  if (!staged) return;
  const { metadata, ...facts } = staged;
  const before = await lastImport(store);
  if (before && !before.completed) throw underWay();
  const started = bookkeeping({ type: 'ImportStarted', data: facts }, metadata);
  try {
    await store.append({
      stream: IMPORTS_STREAM.name(),
      expected: before ? before.revision : 'none',
      events: [started],
    });
  } catch (error) {
    throw isWrongRevision(error) ? underWay() : error;
  }
  const overtaken = await complete({ ...facts, revision: before ? before.revision + 1 : 0, metadata }, store);
  if (overtaken === 0) return;
  throw new CodedError('import-overtaken', `${overtaken} rows were changed by others during the import`, { overtaken });
}

/** Finishes the import that was cut off, where there is one. Two processes that do this at the same time write nothing twice. */
export async function finishInterruptedImport(store: DeletingEventStore): Promise<void> {
  const last = await lastImport(store);
  if (last && !last.completed) await complete(last, store);
}

/** @returns how many batches were overtaken */
async function complete(started: StartedImport, store: DeletingEventStore): Promise<number> {
  let [chunks, overtaken] = [0, 0];
  const streams = new Set<string>();
  for await (const batches of stagedChunks(store, started.import)) {
    chunks += 1;
    overtaken += await applyBatches(batches, store, streams);
  }
  if (chunks < started.chunks) {
    // Another process finished the import, and deleted its staging stream.
    const last = await lastImport(store);
    if (last?.import === started.import && last.completed) return overtaken;
    throw new CodedError('import-staging-lost', `the staged events of import ${started.import} are not all there`);
  }
  await recordCompletion(started, overtaken, store);
  await store.deleteStream(STAGING_STREAMS.name(started.import));
  return overtaken;
}

async function recordCompletion(started: StartedImport, overtaken: number, store: DeletingEventStore): Promise<void> {
  const event: ImportEvent = { type: 'ImportCompleted', data: { import: started.import, overtaken } };
  const completed = bookkeeping(event, started.metadata);
  try {
    await store.append({ stream: IMPORTS_STREAM.name(), expected: started.revision, events: [completed] });
  } catch (error) {
    if (!isWrongRevision(error)) throw error;
  }
}

/** An event of the imports' stream. Its id derives from the import, so a repeated append stores it once. */
function bookkeeping(event: ImportEvent, { actor, role, correlationId, causationId }: NewEvent['metadata']): NewEvent {
  const id = uuidV5(`${event.type}|${event.data.import}`);
  return IMPORTS_STREAM.write(event, { id, metadata: { actor, role, correlationId, causationId } });
}

function underWay(): CodedError {
  return new CodedError('import-under-way', 'another import is under way');
}
