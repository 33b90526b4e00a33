import type { Position, RecordedEvent } from './event';
import type { EventStore } from './port';
import type { RecordDefinition } from './record-definition';

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

/** All events of those types, oldest first, read page by page. */
export async function* eventsOfTypes(store: EventStore, types: readonly string[]): AsyncGenerator<RecordedEvent> {
  let from: Position | undefined;
  for (;;) {
    const page = await store.readAll({ from, types, maxCount: PAGE });
    yield* page;
    if (page.length < PAGE) return;
    from = page[page.length - 1]!.position;
  }
}

/** All records of that kind, with their present facts. */
export async function recordsOf<Facts extends object>(
  store: EventStore,
  streams: RecordDefinition<Facts, string, string>,
): Promise<readonly Facts[]> {
  const records = new Map<string, RecordedEvent[]>();
  for await (const event of eventsOfTypes(store, streams.types)) {
    const events = records.get(event.stream);
    if (events) events.push(event);
    else records.set(event.stream, [event]);
  }
  return [...records.values()].map((events) => streams.fold(events)!);
}
