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
 * Writes an import on a store that has no transaction over several streams: first aside, then, once it is whole there, `ImportStarted`
 * makes it certain, its events follow, and `ImportCompleted`. Cut off before, nothing happened; cut off after, the next import
 * finishes it first, with the same event ids.
 * @throws CodedError `import-under-way` where another began meanwhile; `import-overtaken` where rows were written by others since
 * they were planned: the rest is written, and importing again writes theirs
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
  throw new CodedError(
    'import-overtaken',
    `${overtaken} ligne(s) ont été modifiées par ailleurs pendant l'import : relancez-le pour les prendre en compte.`,
    { overtaken },
  );
}

/** Finishes the import that was cut off, where there is one. Two processes that do it at once write nothing twice. */
export async function finishInterruptedImport(store: DeletingEventStore): Promise<void> {
  const last = await lastImport(store);
  if (last && !last.completed) await complete(last, store);
}

/** @returns how many batches were overtaken */
async function complete(started: StartedImport, store: DeletingEventStore): Promise<number> {
  let [chunks, overtaken] = [0, 0];
  for await (const batches of stagedChunks(store, started.import)) {
    chunks += 1;
    overtaken += await applyBatches(batches, store);
  }
  if (chunks < started.chunks) {
    // Whoever finished it first has dropped what was staged.
    const last = await lastImport(store);
    if (last?.import === started.import && last.completed) return overtaken;
    throw new CodedError('import-staging-lost', `the staged events of import ${started.import} are not all there`);
  }
  await sayCompleted(started, overtaken, store);
  await store.deleteStream(STAGING_STREAMS.name(started.import));
  return overtaken;
}

async function sayCompleted(started: StartedImport, overtaken: number, store: DeletingEventStore): Promise<void> {
  const event: ImportEvent = { type: 'ImportCompleted', data: { import: started.import, overtaken } };
  const completed = bookkeeping(event, started.metadata);
  try {
    await store.append({ stream: IMPORTS_STREAM.name(), expected: started.revision, events: [completed] });
  } catch (error) {
    if (!isWrongRevision(error)) throw error;
  }
}

/** Derived ids: said twice, it is stored once. */
function bookkeeping(event: ImportEvent, { actor, role, correlationId, causationId }: NewEvent['metadata']): NewEvent {
  const id = uuidV5(`${event.type}|${event.data.import}`);
  return IMPORTS_STREAM.write(event, { id, metadata: { actor, role, correlationId, causationId } });
}

function underWay(): CodedError {
  return new CodedError('import-under-way', "Un autre import est en cours : attendez qu'il finisse.");
}
