import { START, type Appended, type EventStore, type ExpectedRevision, type RecordedEvent } from '#event-store';
import { exampleEvent, seededNumbers } from '#event-store/testing';

export interface Acknowledged {
  readonly stream: string;
  readonly id: string;
  readonly appended: Appended;
}

/** Writers that append without pause until `stop`. Keeps the appends that the store acknowledged. */
export class Writers {
  readonly acknowledged: Acknowledged[] = [];
  private stopped = false;
  private readonly running: Promise<unknown>;

  /** Starts a writer on each store. It writes to its own stream by exact revision, and to streams that all writers share. */
  constructor(stores: readonly EventStore[], seed: number) {
    this.running = Promise.all(stores.map((store, index) => this.write(store, index, seededNumbers(seed + index))));
  }

  /** Resolves once all appends are acknowledged; rejects where one failed. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async write(store: EventStore, index: number, next: () => number): Promise<void> {
    let expected: ExpectedRevision = 'none';
    while (!this.stopped) {
      expected = await this.append(store, `own-${index}`, expected, 1 + Math.floor(next() * 3));
      await this.append(store, `shared-${Math.floor(next() * 3)}`, 'any', 1);
    }
  }

  private async append(store: EventStore, stream: string, expected: ExpectedRevision, count: number): Promise<number> {
    const events = Array.from({ length: count }, () => exampleEvent());
    const appended = await store.append({ stream, expected, events });
    this.acknowledged.push({ stream, id: events[events.length - 1]!.id, appended });
    return appended.revision;
  }
}

/** Follows a store from its beginning, and adds the events to `seen`. */
export function follow(store: EventStore, seen: RecordedEvent[]) {
  return store.subscribe({ after: START }, async (events) => void seen.push(...events));
}

/** All events in their order. */
export async function everything(store: EventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let length = 1_000; length === 1_000;) {
    const page = await store.readAll({ from: events[events.length - 1]?.position, maxCount: 1_000 });
    events.push(...page);
    length = page.length;
  }
  return events;
}

/** Expects each acknowledged event at its acknowledged place, no event twice, and all revisions of every stream. */
export function expectIntact(history: readonly RecordedEvent[], acknowledged: readonly Acknowledged[]): void {
  const byPlace = new Map(history.map((event) => [`${event.stream}/${event.revision}`, event]));
  const lost = acknowledged.filter(({ stream, id, appended }) => {
    const event = byPlace.get(`${stream}/${appended.revision}`);
    return event?.id !== id || event.position !== appended.position;
  });
  expect(lost).toEqual([]);
  expect(acknowledged.filter(({ appended }) => appended.repeated)).toEqual([]);
  expect(new Set(history.map(({ id }) => id)).size).toBe(history.length);
  const next = new Map<string, number>();
  for (const { stream, revision } of history) {
    if (revision !== (next.get(stream) ?? 0)) throw new Error(`gap in ${stream} at ${revision}`);
    next.set(stream, revision + 1);
  }
}

/** Resolves once the condition holds. @throws after some seconds */
export async function until(condition: () => boolean, what: string, seconds = 20): Promise<void> {
  const limit = performance.now() + seconds * 1_000;
  while (!condition()) {
    if (performance.now() > limit) throw new Error(`still waiting: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
