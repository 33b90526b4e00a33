import {
  breachBetween,
  HISTORY_START,
  historyDiffers,
  pointAfter,
  type ChainedEvent,
  type ChainPoint,
  type HistoryStore,
} from '#event-store';
import type { Instant } from '#kernel';
import { historyAltered, historyGap } from './faults';
import type { HistoryFile } from './history-file';
import type { HistoryClosing } from './history-form';
import { historyPages } from './history-pages';

/** A summary of a store's history. Every event was checked against the chain. */
export interface CheckedStore {
  readonly storeId: string;
  readonly events: number;
  readonly digest: string;
  readonly firstRecordedAt: Instant | null;
  readonly lastRecordedAt: Instant | null;
}

export interface Imported {
  readonly file: HistoryClosing;
  /** The number of events of the file that the store held before. */
  readonly already: number;
  readonly written: number;
  readonly store: CheckedStore;
}

type OnProgress = (file: HistoryFile) => void;

/** Reads a whole file and writes nothing. @throws CodedError like `HistoryFile.pages` */
export async function checkHistoryFile(file: HistoryFile, onProgress?: OnProgress): Promise<HistoryClosing> {
  for await (const _page of file.pages()) onProgress?.(file);
  return file.summary;
}

/**
 * Writes the history of a file to a store that is empty or holds its first part; then reads the whole store again. An
 * interrupted import can be run again: events that the store holds are skipped. Until the end of the import, the store
 * refuses all other events.
 * @throws CodedError like `HistoryFile.pages`; `history-gap`, `history-differs`, `history-broken`, `history-altered`
 */
export async function importHistory(
  file: HistoryFile,
  store: HistoryStore,
  onProgress?: OnProgress,
): Promise<Imported> {
  const { after } = file.header;
  const before = await store.historyHead();
  requireContinuation(after, before);
  for await (const page of file.pages()) {
    // The last event that the store holds is sent too, to check that it is the same event.
    const fresh = page.filter(({ ordinal }) => ordinal >= before.ordinal);
    if (fresh.length > 0) await store.receive(fresh);
    onProgress?.(file);
  }
  const summary = file.summary;
  const checked = await checkStore(store, summary);
  await store.endReceiving();
  const already = Math.min(summary.events, before.ordinal - after.ordinal);
  return { file: summary, already, written: summary.events - already, store: checked };
}

function requireContinuation(after: ChainPoint, head: ChainPoint): void {
  if (after.ordinal > head.ordinal) throw historyGap(after.ordinal + 1, head.ordinal);
  if (after.ordinal === head.ordinal && after.digest !== head.digest) throw historyDiffers(head.ordinal);
}

/** Reads and checks the store from its first event to its last. It must hold the last event of the file at the same ordinal. */
async function checkStore(store: HistoryStore, last: Pick<ChainPoint, 'ordinal' | 'digest'>): Promise<CheckedStore> {
  let point = HISTORY_START;
  let firstRecordedAt: Instant | null = null;
  for await (const page of historyPages(store, HISTORY_START))
    for (const event of page) {
      requireFollowing(point, event);
      if (event.ordinal === last.ordinal && event.digest !== last.digest) throw historyDiffers(event.ordinal);
      firstRecordedAt ??= event.recordedAt;
      point = pointAfter(point, event);
    }
  if (point.ordinal < last.ordinal) throw historyAltered(point.ordinal + 1);
  const lastRecordedAt = firstRecordedAt && point.recordedAt;
  return { storeId: store.storeId, events: point.ordinal, digest: point.digest, firstRecordedAt, lastRecordedAt };
}

function requireFollowing(point: ChainPoint, event: ChainedEvent): void {
  if (breachBetween(point, event) || event.position <= point.position) throw historyAltered(point.ordinal + 1);
}
