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

/** What a store holds, every event of it checked against the chain. */
export interface CheckedStore {
  readonly storeId: string;
  readonly events: number;
  readonly digest: string;
  readonly firstRecordedAt: Instant | null;
  readonly lastRecordedAt: Instant | null;
}

export interface Imported {
  readonly file: HistoryClosing;
  /** Events of the file that were there before. */
  readonly already: number;
  readonly written: number;
  readonly store: CheckedStore;
}

type OnProgress = (file: HistoryFile) => void;

/** Reads a whole file and writes nothing. @throws CodedError as `HistoryFile.pages` */
export async function checkHistoryFile(file: HistoryFile, onProgress?: OnProgress): Promise<HistoryClosing> {
  for await (const _page of file.pages()) onProgress?.(file);
  return file.summary;
}

/**
 * Writes a file's history into a store that is empty, or holds its beginning; then reads the whole store again. An import that was cut
 * is run again: what is there is passed over, and the store takes nothing else before the end has come.
 * @throws CodedError as `HistoryFile.pages`; `history-gap`, `history-differs`, `history-broken`, `history-altered`
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
    // The last one that is there is sent too: it must be the same one.
    const news = page.filter(({ ordinal }) => ordinal >= before.ordinal);
    if (news.length > 0) await store.receive(news);
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

/** Reads the store from its first event to its last; it must hold the last event of the file in its place. */
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
