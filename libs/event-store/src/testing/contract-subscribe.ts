import { START, type RecordedEvent } from '../event';
import type { EventStore } from '../port';
import type { Bench } from './bench';
import { exampleEvent, exampleEvents } from './examples';

export function subscriptionContract(bench: Bench): void {
  describe('subscribe', () => {
    it('delivers old and then new events, each exactly once', async () => {
      const store = bench.store();
      await store.append({ stream: 'past', expected: 'none', events: exampleEvents(1_200) });
      const seen: RecordedEvent[] = [];
      const subscription = store.subscribe({ after: START }, async (events) => void seen.push(...events));
      for (let index = 0; index < 100; index += 1) await appendTo(store, `live-${index % 5}`);
      await until(() => seen.length >= 1_300);
      await appendTo(store, 'last');
      await until(() => seen.length >= 1_301);
      await subscription.stop();
      expect(seen).toEqual(await store.readAll({ maxCount: 2_000 }));
    });

    it('starts after the given position and delivers only the given types', async () => {
      const store = bench.store();
      const { position } = await appendTo(store, 'before', 'Wanted');
      for (const type of ['Wanted', 'Other', 'Wanted']) await appendTo(store, 'typed', type);
      const seen: string[] = [];
      const options = { after: position, types: ['Wanted'] };
      const subscription = store.subscribe(options, async (events) => {
        seen.push(...events.map((event) => `${event.stream}/${event.revision}`));
      });
      await until(() => seen.length === 2);
      for (const type of ['Other', 'Wanted']) await appendTo(store, 'typed', type);
      await until(() => seen.length === 3);
      await subscription.stop();
      expect(seen).toEqual(['typed/0', 'typed/2', 'typed/4']);
    });

    it('reports each time that it has reached the head', async () => {
      const store = bench.store();
      let caughtUp = 0;
      const subscription = store.subscribe({ after: START, onCaughtUp: () => (caughtUp += 1) }, async () => undefined);
      await until(() => caughtUp === 1);
      await appendTo(store, 'live');
      await until(() => caughtUp === 2);
      await subscription.stop();
    });

    it('does not report the head before a slow handler has handled all events', async () => {
      const store = bench.store();
      await store.append({ stream: 'past', expected: 'none', events: exampleEvents(1_200) });
      let handled = 0;
      const handledAtHead: number[] = [];
      const onCaughtUp = (): void => void handledAtHead.push(handled);
      const subscription = store.subscribe({ after: START, onCaughtUp }, async (events) => {
        if (handled === 0) await new Promise((resolve) => setTimeout(resolve, 300));
        handled += events.length;
      });
      await until(() => handledAtHead.length > 0);
      await subscription.stop();
      expect(handledAtHead).toEqual([1_200]);
    });

    it('waits for the handler before the next page, and stop() also waits for it', async () => {
      const store = bench.store();
      await appendTo(store, 'first');
      const handled: string[] = [];
      let release: () => void = () => undefined;
      const subscription = store.subscribe({ after: START }, async (events) => {
        handled.push(`begin ${events[0]!.stream}`);
        await new Promise<void>((resolve) => (release = resolve));
        handled.push(`end ${events[0]!.stream}`);
      });
      await until(() => handled.length === 1);
      await appendTo(store, 'second');
      await severalTurns();
      expect(handled).toEqual(['begin first']);
      let stopped = false;
      const stopping = subscription.stop().then(() => (stopped = true));
      await severalTurns();
      expect(stopped).toBe(false);
      release();
      await stopping;
      await appendTo(store, 'third');
      await severalTurns();
      expect(handled).toEqual(['begin first', 'end first']);
    });

    it('stops at an error of the handler and reports it once', async () => {
      const store = bench.store();
      await appendTo(store, 'first');
      const errors: unknown[] = [];
      let calls = 0;
      const onError = (error: unknown): void => void errors.push(error);
      const subscription = store.subscribe({ after: START, onError }, async () => {
        calls += 1;
        throw new Error('handler');
      });
      await until(() => errors.length > 0);
      await appendTo(store, 'second');
      await severalTurns();
      await subscription.stop();
      expect({ calls, errors }).toEqual({ calls: 1, errors: [new Error('handler')] });
    });
  });
}

function appendTo(store: EventStore, stream: string, type = 'ExampleRecorded'): ReturnType<EventStore['append']> {
  return store.append({ stream, expected: 'any', events: [exampleEvent({ type })] });
}

/** Resolves once the condition holds; where it never holds, the time limit of the test ends the wait. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function severalTurns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
