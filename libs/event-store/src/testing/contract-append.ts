import { isWrongRevision } from '../errors';
import type { Appended, EventStore, ExpectedRevision } from '../port';
import type { Bench } from './bench';
import { exampleEvent, exampleEvents } from './examples';

export function appendContract(bench: Bench): void {
  describe('append', () => {
    it('stores 20 parallel appends to distinct streams, each once', async () => {
      const store = bench.store();
      const streams = Array.from({ length: 20 }, (_, index) => `parallel-${index}`);
      await Promise.all(streams.map((stream) => store.append({ stream, expected: 'none', events: exampleEvents(2) })));
      const stored = await store.readAll({ maxCount: 1_000 });
      expect(stored).toHaveLength(40);
      expect(new Set(stored.map((event) => event.stream))).toEqual(new Set(streams));
      expect(new Set(stored.map((event) => event.position)).size).toBe(40);
    });

    it('accepts exactly one of 10 parallel appends that expect no stream', async () => {
      const store = bench.store();
      const outcomes = await Promise.allSettled(
        Array.from({ length: 10 }, () => store.append({ stream: 'claim', expected: 'none', events: [exampleEvent()] })),
      );
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused).toHaveLength(9);
      expect(refused.every(({ reason }) => isWrongRevision(reason) && reason.actual === 0)).toBe(true);
      expect(await store.readStream('claim', { maxCount: 10 })).toHaveLength(1);
    });

    it('checks that the stream exists, or that it does not', async () => {
      const store = bench.store();
      await expectRefusal(store, 'dossier', 'exists', -1);
      await appendOne(store, 'dossier', 'none');
      await expectRefusal(store, 'dossier', 'none', 0);
      expect((await appendOne(store, 'dossier', 'exists')).revision).toBe(1);
      expect((await appendOne(store, 'dossier', 'any')).revision).toBe(2);
      expect((await appendOne(store, 'other', 'any')).revision).toBe(0);
    });

    it('refuses a revision that the stream is not at, and writes nothing', async () => {
      const store = bench.store();
      await store.append({ stream: 'dossier', expected: 'none', events: exampleEvents(3) });
      for (const expected of [0, 1, 3, 10]) await expectRefusal(store, 'dossier', expected, 2);
      await expectRefusal(store, 'absent', 0, -1);
      expect(await store.readAll({ maxCount: 10 })).toHaveLength(3);
      expect((await appendOne(store, 'dossier', 2)).revision).toBe(3);
    });

    it.each<ExpectedRevision>(['any', 'none', 'exists', 0])(
      'stores the same event ids once when the append is repeated with %s',
      async (expected) => {
        const store = bench.store();
        if (expected === 'exists' || expected === 0) await appendOne(store, 'dossier', 'none');
        const batch = { stream: 'dossier', expected, events: exampleEvents(2) };
        const first = await store.append(batch);
        expect(first.repeated).toBe(false);
        const again = await store.append(batch);
        expect(again).toEqual({ ...first, repeated: true });
        const stored = await store.readStream('dossier', { maxCount: 10 });
        expect(stored).toHaveLength(first.revision + 1);
      },
    );

    it('recognises a repeated batch by its ids after the expected revision, even after further appends', async () => {
      const store = bench.store();
      await appendOne(store, 'dossier', 'none');
      const batch = { stream: 'dossier', expected: 0, events: exampleEvents(2) };
      const first = await store.append(batch);
      await appendOne(store, 'dossier', 2);
      expect(await store.append(batch)).toEqual({ ...first, repeated: true });
      const [known] = batch.events;
      for (const events of [[known!, exampleEvent()], exampleEvents(2), [...batch.events, ...exampleEvents(2)]]) {
        await expect(store.append({ ...batch, events })).rejects.toMatchObject({ code: 'wrong-revision', actual: 3 });
      }
      await expect(store.append({ ...batch, expected: 'none' })).rejects.toMatchObject({ code: 'wrong-revision' });
      expect(await store.readStream('dossier', { maxCount: 10 })).toHaveLength(4);
    });

    it('stores the same event id in two streams', async () => {
      const store = bench.store();
      const events = [exampleEvent()];
      for (const stream of ['a', 'b'])
        expect(await store.append({ stream, expected: 'any', events })).toMatchObject({ revision: 0, repeated: false });
      expect((await store.readAll({ maxCount: 10 })).map(({ stream }) => stream)).toEqual(['a', 'b']);
    });

    it('returns every part of an event as it was appended', async () => {
      const store = bench.store();
      const household = exampleEvent().id;
      const event = exampleEvent({
        schemaVersion: 3,
        data: { text: '€ "quoted" \n', list: [1, null, { deep: true }], half: 0.5, empty: {} },
        people: { household, box: 'c2VhbGVk' },
        metadata: { ...exampleEvent().metadata, rowDigest: 'abc' },
      });
      const { position } = await store.append({ stream: 'dossier-é', expected: 'none', events: [event] });
      const [stored] = await store.readStream('dossier-é', { maxCount: 1 });
      const metadata = { ...event.metadata, recordedAt: bench.clock.now() };
      expect(stored).toEqual({ ...event, stream: 'dossier-é', revision: 0, position, metadata });
    });

    it('keeps recorded times monotone when the clock goes backwards', async () => {
      const store = bench.store();
      const start = bench.clock.time;
      for (const move of [0, 5_000, -60_000, 10, 120_000]) {
        bench.clock.time += move;
        await appendOne(store, 'clocked', 'any');
      }
      const times = (await store.readAll({ maxCount: 10 })).map((event) => event.metadata.recordedAt);
      expect(times.map((time) => Date.parse(time) - start)).toEqual([0, 5_000, 5_000, 5_000, 65_010]);
    });

    it('keeps its id, its events and their revisions when it is opened again', async () => {
      const { reopen } = bench.underTest();
      if (!reopen) return;
      const before = bench.store().storeId;
      await bench.store().append({ stream: 'dossier', expected: 'none', events: exampleEvents(3) });
      const store = await reopen();
      expect(store.storeId).toBe(before);
      await expectRefusal(store, 'dossier', 'none', 2);
      expect((await appendOne(store, 'dossier', 2)).revision).toBe(3);
    });
  });
}

function appendOne(store: EventStore, stream: string, expected: ExpectedRevision): Promise<Appended> {
  return store.append({ stream, expected, events: [exampleEvent()] });
}

async function expectRefusal(
  store: EventStore,
  stream: string,
  expected: ExpectedRevision,
  actual: number,
): Promise<void> {
  await expect(appendOne(store, stream, expected)).rejects.toMatchObject({
    code: 'wrong-revision',
    stream,
    expected,
    actual,
  });
}
