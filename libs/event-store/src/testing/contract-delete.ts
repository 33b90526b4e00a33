import type { RecordedEvent } from '../event';
import { START } from '../event';
import { isDeleting, type DeletingEventStore } from '../port';
import { STAGING_STREAMS } from '../staging';
import type { Bench } from './bench';
import { exampleEvent, exampleEvents } from './examples';

const STAGED = STAGING_STREAMS.name('import-1');

export function deletingContract(bench: Bench): void {
  describe('staging streams, where the store has them', () => {
    const whereStaging = async (test: (store: DeletingEventStore) => Promise<void>): Promise<void> => {
      const store = bench.store();
      if (isDeleting(store)) await test(store);
    };

    it('are read only by name: readAll, subscriptions and the head do not show them', () =>
      whereStaging(async (store) => {
        const staged = exampleEvents(3);
        const types = ['ExampleRecorded'];
        await store.append({ stream: STAGED, expected: 'none', events: staged });
        expect(await store.head()).toBeNull();
        const { position } = await store.append({ stream: 'dossier', expected: 'none', events: [exampleEvent()] });
        await store.append({ stream: STAGED, expected: 2, events: exampleEvents(2) });
        const seen: RecordedEvent[] = [];
        await caughtUp(store, {}, seen);
        await caughtUp(store, { types }, seen);
        for (const direction of ['forward', 'backward'] as const)
          for (const filter of [{}, { types }])
            seen.push(...(await store.readAll({ direction, ...filter, maxCount: 10 })));
        expect(seen.map(({ stream }) => stream)).toEqual(Array.from({ length: 6 }, () => 'dossier'));
        expect((await store.head())?.position).toBe(position);
        const read = await store.readStream(STAGED, { maxCount: 10 });
        expect(read.slice(0, 3).map(({ id }) => id)).toEqual(staged.map(({ id }) => id));
        expect(read).toHaveLength(5);
      }));

    it('are deleted with their events, once or twice, and can then hold the same events again', () =>
      whereStaging(async (store) => {
        const batch = { stream: STAGED, expected: 'none', events: exampleEvents(3) } as const;
        await store.deleteStream(STAGED);
        await store.append(batch);
        await store.deleteStream(STAGED);
        expect(await store.readStream(STAGED, { maxCount: 10 })).toEqual([]);
        await store.deleteStream(STAGED);
        for (const repeated of [false, true]) expect(await store.append(batch)).toMatchObject({ repeated });
        const ids = (await store.readStream(STAGED, { maxCount: 10 })).map(({ id }) => id);
        expect(ids).toEqual(batch.events.map(({ id }) => id));
      }));

    it('are the only streams that can be deleted', () =>
      whereStaging(async (store) => {
        await store.append({ stream: 'dossier', expected: 'none', events: [exampleEvent()] });
        await expect(store.deleteStream('dossier')).rejects.toMatchObject({ code: 'stream-not-staging' });
        expect(await store.readStream('dossier', { maxCount: 10 })).toHaveLength(1);
      }));
  });
}

/** Follows all events from the beginning until the head is reached. */
async function caughtUp(
  store: DeletingEventStore,
  filter: { types?: readonly string[] },
  seen: RecordedEvent[],
): Promise<void> {
  await new Promise<void>((resolve) => {
    const subscription = store.subscribe(
      { after: START, ...filter, onCaughtUp: () => void subscription.stop().then(resolve) },
      async (events) => void seen.push(...events),
    );
  });
}
