import { breachBetween, HISTORY_START, pointAfter, type ChainPoint, type HistoryStore } from '#event-store';
import { CodedError } from '#kernel';
import { lineOf } from './event-line';
import { beyondHead, historyAltered, notWhole, partialOfAnother } from './faults';
import { FileWalk } from './file-walk';
import { closingLine, headerLine, type HistoryClosing } from './history-form';
import { historyPages } from './history-pages';
import type { Target } from './part-file';

export interface ExportOptions {
  readonly store: HistoryStore;
  readonly target: Target;
  /** The first event to export: 1 for the whole history. With a later event, the file continues another file. */
  readonly fromOrdinal?: number;
  /** The part of the same export that the target holds already. */
  readonly resumed?: FileWalk;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The content of the finished file. */
export interface Exported extends HistoryClosing {
  readonly storeId: string;
  readonly fromOrdinal: number;
  /** The number of events that the file held before. */
  readonly resumed: number;
}

/**
 * Writes the history up to its present end, page by page. Every line is first read as an import will read it, so that
 * the file can always be imported.
 * @throws CodedError `history-altered`, `history-shorter`, `partial-of-another`, `history-not-whole`
 */
export async function exportHistory(options: ExportOptions): Promise<Exported> {
  const { store, target, fromOrdinal = 1, resumed, onProgress } = options;
  if (await store.isReceiving()) throw notWhole();
  const head = await store.historyHead();
  const after = await pointBefore(store, fromOrdinal, head);
  const walk = resumed ?? (await begin(options, after));
  if (resumed) await requireSame(store, after, resumed);
  const already = walk.summary().events;
  for await (const page of historyPages(store, walk.point, head.ordinal)) {
    const lines = page.map(lineOf);
    for (const line of lines) takeOwn(walk, line);
    await target.write(lines.join(''));
    onProgress?.(walk.point.ordinal - after.ordinal, head.ordinal - after.ordinal);
  }
  // The digests differ where the end of the history was cut off.
  if (walk.point.digest !== head.digest) throw historyAltered(walk.point.ordinal + 1);
  const closing = walk.summary();
  await target.write(closingLine(closing));
  return { ...closing, storeId: store.storeId, fromOrdinal, resumed: already };
}

async function begin({ store, target }: ExportOptions, after: ChainPoint): Promise<FileWalk> {
  const walk = new FileWalk();
  const header = headerLine(store.storeId, after);
  walk.take(header);
  await target.write(header);
  return walk;
}

/** The point of the history before that event. Checks the chain up to there. */
async function pointBefore(store: HistoryStore, fromOrdinal: number, head: ChainPoint): Promise<ChainPoint> {
  if (fromOrdinal > head.ordinal + 1) throw beyondHead(fromOrdinal, head.ordinal);
  let point = HISTORY_START;
  for await (const page of historyPages(store, HISTORY_START, fromOrdinal - 1))
    for (const event of page) {
      if (breachBetween(point, event)) throw historyAltered(point.ordinal + 1);
      point = pointAfter(point, event);
    }
  return point;
}

/** The existing part must be of this store and of this export, and its last event must still be in the history. */
async function requireSame(store: HistoryStore, after: ChainPoint, { header, before, point }: FileWalk): Promise<void> {
  const isHere = header!.storeId === store.storeId && header!.after.digest === after.digest;
  if (!isHere) throw partialOfAnother();
  if (point.ordinal === after.ordinal) return;
  const [event] = await store.readHistory(before, 1);
  if (event?.ordinal !== point.ordinal || event.digest !== point.digest) throw partialOfAnother();
}

function takeOwn(walk: FileWalk, line: string): void {
  try {
    walk.take(line);
  } catch (error) {
    if (error instanceof CodedError) throw historyAltered(walk.point.ordinal + 1, error);
    throw error;
  }
}
