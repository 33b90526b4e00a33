import { applyChanges, type Changes } from '#kernel';
import type { Position, RecordedEvent } from './event';
import type { EventStore } from './port';

const PAGE = 1_000;

/** All events of a stream, oldest first. */
export async function readWholeStream(store: EventStore, stream: string): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readStream(stream, { from: events.length, maxCount: PAGE });
    events.push(...page);
    if (page.length < PAGE) return events;
  }
}

export async function lastEventOf(store: EventStore, stream: string): Promise<RecordedEvent | undefined> {
  const [last] = await store.readStream(stream, { direction: 'backward', maxCount: 1 });
  return last;
}

/** All events of those types, oldest first, a page at a time. */
export async function* eventsOfTypes(store: EventStore, types: readonly string[]): AsyncGenerator<RecordedEvent> {
  let from: Position | undefined;
  for (;;) {
    const page = await store.readAll({ from, types, maxCount: PAGE });
    yield* page;
    if (page.length < PAGE) return;
    from = page[page.length - 1]!.position;
  }
}

/** The facts of a declared and corrected record. */
export function foldRecord<Facts extends object>(events: readonly RecordedEvent[]): Facts {
  const [declared, ...corrections] = events;
  return corrections.reduce(
    (facts, correction) => applyChanges(facts, correction.data['changes'] as unknown as Changes<Facts>),
    declared!.data as unknown as Facts,
  );
}

/** The declared and corrected records behind those events, each as it stands now. */
export async function recordsOf<Facts extends object>(
  store: EventStore,
  types: readonly string[],
): Promise<readonly Facts[]> {
  const streams = new Map<string, RecordedEvent[]>();
  for await (const event of eventsOfTypes(store, types)) {
    const events = streams.get(event.stream);
    if (events) events.push(event);
    else streams.set(event.stream, [event]);
  }
  return [...streams.values()].map((events) => foldRecord<Facts>(events));
}
