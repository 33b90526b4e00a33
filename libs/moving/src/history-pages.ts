import { yieldToEventLoop } from '#concurrency';
import { pointAfter, type ChainedEvent, type ChainPoint, type HistoryStore } from '#event-store';

const PAGE = 1_000;

/** The events of a store after the point, up to an ordinal or to the end, at most 1 000 at a time. */
export async function* historyPages(
  store: HistoryStore,
  after: ChainPoint,
  upTo = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<readonly ChainedEvent[]> {
  for (let point = after; point.ordinal < upTo;) {
    const page = await store.readHistory(point, Math.min(PAGE, upTo - point.ordinal));
    if (page.length === 0) return;
    yield page;
    point = page.reduce(pointAfter, point);
    await yieldToEventLoop();
  }
}
