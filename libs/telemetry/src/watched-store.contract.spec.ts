import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_UPCASTERS, isAtomic, isCounting, openSqliteEventStore, type EventStore } from '#event-store';
import { eventStoreContract, exampleEvents, temporaryEventStore } from '#event-store/testing';
import { measuredEventStore } from './metrics/measured-store';
import { Metrics } from './metrics/metrics';
import { keptSpans } from './testing';
import { tracedEventStore } from './traces/traced-store';

const { tracing, spans } = keptSpans();
const metrics = new Metrics();
afterAll(() => metrics.stop());
const watch = <Store extends EventStore>(store: Store): Store =>
  tracedEventStore(measuredEventStore(store, metrics), tracing);

/** A measured and traced store must behave like the store itself. */
eventStoreContract('SQLite, measured and traced', async ({ clock }) => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-watched-'));
  const open = () =>
    watch(openSqliteEventStore({ folder, mode: 'writer', clock, upcasters: NO_UPCASTERS, synchronous: 'normal' }));
  let store = open();
  return {
    store,
    reopen: async () => {
      await store.close();
      return (store = open());
    },
    destroy: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});

it('keeps the abilities of the store beyond its port', async () => {
  const plain = temporaryEventStore();
  const watched = watch(plain.store);
  expect([isAtomic(watched), isCounting(watched)]).toEqual([true, true]);
  const { append, readStream, readAll, subscribe, head, headAt, close } = plain.store;
  const narrow = watch({ storeId: 'narrow', append, readStream, readAll, subscribe, head, headAt, close });
  expect([isAtomic(narrow), isCounting(narrow)]).toEqual([false, false]);
  await plain.destroy();
});

it('records the reads of a piece of work up to a limit, and none outside such work', async () => {
  const { store, destroy } = temporaryEventStore();
  const watched = watch(store);
  await watched.append({ stream: 'allocation-SECRET', expected: 'none', events: exampleEvents(3) });
  await watched.readAll({ maxCount: 10 });
  expect(spans()).toEqual([]);
  await tracing.inSpan('work', {}, async () => {
    for (let time = 0; time < 60; time += 1) await watched.readStream('allocation-SECRET', { maxCount: 10 });
    await watched.append({ stream: 'allocation-SECRET', expected: 2, events: exampleEvents(1) });
  });
  const recorded = spans().map(({ name, attributes }) => ({ name, attributes }));
  expect(recorded.filter(({ name }) => name === 'event-store read stream')).toHaveLength(50);
  expect(recorded.at(0)).toEqual({ name: 'event-store read stream', attributes: { 'mixite.events': 3 } });
  expect(recorded.at(-2)).toEqual({
    name: 'event-store append',
    attributes: { 'mixite.events': 1, 'mixite.repeated': false },
  });
  expect(JSON.stringify(recorded)).not.toContain('SECRET');
  await destroy();
});
