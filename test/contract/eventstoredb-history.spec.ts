import {
  NO_UPCASTERS,
  ChainWriter,
  HISTORY_START,
  openEventStoreDb,
  verifyEventStoreDbChain,
  type ChainedEvent,
  type EventStoreDb,
  type HistoryStore,
} from '#event-store';
import { exampleEvent, exampleEvents, ManualClock, seededNumbers } from '#event-store/testing';
import { everyEvent, MovingBench, withoutPositions } from '#moving/testing';
import { systemClock, type Instant } from '#kernel';
import { setTimeout as wait } from 'node:timers/promises';
import { WireServer } from '../wire/eventstoredb/server';

const COUNT = 1_234;

describe('a history that moves to EventStoreDB', () => {
  let bench: MovingBench;
  let server: WireServer;
  let store: EventStoreDb;
  let history: ChainedEvent[];
  beforeAll(async () => {
    bench = new MovingBench();
    const source = bench.store();
    await bench.record(source, COUNT);
    history = await everyEvent(source);
    await bench.export(source, 'h.jsonl');
  });
  beforeEach(async () => {
    server = await WireServer.start();
    store = await openEventStoreDb({ url: server.url, clock: bench.clock, upcasters: NO_UPCASTERS });
  });
  afterEach(async () => {
    await store.close();
    await server.stop();
  });
  afterAll(() => bench.destroy());

  const expectArrived = async (target: EventStoreDb): Promise<void> => {
    expect(withoutPositions(await everyEvent(target))).toEqual(withoutPositions(history));
    const digest = history[COUNT - 1]!.digest;
    expect(await verifyEventStoreDbChain(target)).toMatchObject({ events: COUNT, digest, broken: null, unchained: 0 });
  };

  it('arrives complete and chained, and comes back unchanged', async () => {
    expect(await bench.import('h.jsonl', store)).toMatchObject({ written: COUNT, store: { events: COUNT } });
    await expectArrived(store);
    await bench.export(store, 'back.jsonl.gz');
    const back = bench.store();
    expect(await bench.import('back.jsonl.gz', back)).toMatchObject({ written: COUNT });
    expect(withoutPositions(await everyEvent(back))).toEqual(withoutPositions(history));
    expect(await bench.import('h.jsonl', store)).toMatchObject({ already: COUNT, written: 0 });
    await store.append({ stream: 'new', expected: 'none', events: exampleEvents(3) });
    expect(await bench.import('h.jsonl', store)).toMatchObject({
      already: COUNT,
      written: 0,
      store: { events: COUNT + 3 },
    });
  });

  it('arrives once although the server fails in every way and a chain is written meanwhile', async () => {
    const faults = ['cut-before-storing', 'cut-after-storing', 'stored-in-silence', 'cut-after-storing'] as const;
    for (const fault of faults)
      server.faults.fates.push(...Array.from({ length: 12 }, () => 'answered' as const), fault);
    server.faults.busy = 3;
    const timeouts = { callTimeout: 2_000 };
    const [receiving, other] = await Promise.all([
      openEventStoreDb({ url: server.url, clock: bench.clock, upcasters: NO_UPCASTERS, timeouts }),
      openEventStoreDb({ url: server.url, clock: bench.clock, upcasters: NO_UPCASTERS }),
    ]);
    const writer = new ChainWriter(other, { interval: 5 });
    writer.start();
    await bench.import('h.jsonl', receiving);
    await writer.stop();
    expect(server.faults.fates).toEqual([]);
    await expectArrived(store);
    await Promise.all([receiving.close(), other.close()]);
  });

  it('can be interrupted anywhere and continued in another process', async () => {
    for (const more of [70, 1, 150]) {
      const timeouts = { giveUpAfter: 1, firstDelay: 1, longestDelay: 1 };
      const attempt = await openEventStoreDb({
        url: server.url,
        clock: bench.clock,
        upcasters: NO_UPCASTERS,
        timeouts,
      });
      const before = await attempt.historyHead();
      const appended = server.log.records.length;
      const importing = bench.import('h.jsonl', attempt).catch((error: unknown) => error);
      while (server.log.records.length <= appended + more) await wait(1);
      server.refuse(true);
      expect(await importing).toMatchObject({ code: 'store-unreachable' });
      server.refuse(false);
      await attempt.close().catch(() => undefined);
      const after = await openEventStoreDb({ url: server.url, clock: bench.clock, upcasters: NO_UPCASTERS });
      expect((await after.historyHead()).ordinal).toBeGreaterThan(before.ordinal);
      expect(await after.isReceiving()).toBe(true);
      await after.close();
    }
    expect(await bench.import('h.jsonl', store)).toMatchObject({ store: { events: COUNT } });
    await expectArrived(store);
  });

  it('is not mixed with events that another process writes', async () => {
    const open = () => openEventStoreDb({ url: server.url, clock: bench.clock, upcasters: NO_UPCASTERS });
    const unaware = await open();
    await store.receive(history.slice(0, 100));
    const late = await open();
    const batch = { stream: history[100]!.stream, expected: 'any', events: [exampleEvent()] } as const;
    await expect(late.append(batch)).rejects.toMatchObject({ code: 'history-incomplete' });
    await unaware.append(batch);
    await expect(store.receive(history.slice(100, 200))).rejects.toMatchObject({ code: 'history-broken' });
    await expect(bench.import('h.jsonl', late)).rejects.toMatchObject({ code: 'history-differs' });
    await Promise.all([unaware.close(), late.close()]);
  });

  it('is refused where its streams belong to the store', async () => {
    const source = bench.store();
    await source.append({ stream: 'mixite-notes', expected: 'none', events: [exampleEvent()] });
    await expect(store.receive(await everyEvent(source))).rejects.toMatchObject({ code: 'stream-reserved' });
    expect(await store.isReceiving()).toBe(false);
  });

  it('is not exported where an event was altered, even far from a link of the chain', async () => {
    await bench.import('h.jsonl', store);
    const facts = server.log.records.filter(({ stream }) => stream.startsWith('dossier'));
    const record = facts[1_100]!;
    const { data } = record;
    record.data = Buffer.from(data.toString('utf8').replace('"half":', '"half":1'));
    await expect(bench.export(store, 'altered.jsonl')).rejects.toMatchObject({
      code: 'history-altered',
      params: { ordinal: COUNT },
    });
    await expect(bench.export(store, 'later.jsonl', COUNT + 1)).rejects.toMatchObject({ code: 'history-altered' });
    record.data = data;
    await bench.export(store, 'right.jsonl');
  });

  it.each([
    ['in the middle', 1_099, COUNT - 1],
    ['at a link', 999, 1_000],
    ['at the end', COUNT - 1, COUNT],
  ])('is not exported where an event was removed %s', async (_where, index, ordinal) => {
    await bench.import('h.jsonl', store);
    const facts = server.log.records.filter(({ stream }) => stream.startsWith('dossier'));
    server.log.records.splice(server.log.records.indexOf(facts[index]!), 1);
    await expect(bench.export(store, `removed-${index}.jsonl`)).rejects.toMatchObject({
      code: 'history-altered',
      params: { ordinal },
    });
  });
});

describe('a history that two processes wrote', () => {
  it('has the same head at every instant after each move', async () => {
    const bench = new MovingBench();
    const server = await WireServer.start();
    const clocks = [new ManualClock(), new ManualClock(Date.UTC(2024, 0, 1) - 90_000)];
    const stores = await Promise.all(
      clocks.map((clock) => openEventStoreDb({ url: server.url, clock, upcasters: NO_UPCASTERS })),
    );
    const next = seededNumbers(4);
    for (let index = 0; index < 150; index += 1) {
      const writer = Math.floor(next() * 2);
      clocks.forEach((clock) => (clock.time += Math.floor(next() * 30_000)));
      await stores[writer]!.append({
        stream: `dossier-${index % 7}`,
        expected: 'any',
        events: exampleEvents(1 + (index % 3)),
      });
      if (index % 40 === 39) await new ChainWriter(stores[0]!).extendOnce();
    }
    const source = stores[0]!;
    const history = await everyEvent(source);
    const times = history.map(({ recordedAt }) => recordedAt);
    expect(times.some((time, index) => index > 0 && time < times[index - 1]!)).toBe(true);
    await bench.export(source, 'h.jsonl');
    const embedded = bench.store();
    await bench.import('h.jsonl', embedded);
    await bench.export(embedded, 'on.jsonl');
    const newServer = await WireServer.start();
    const moved = await openEventStoreDb({ url: newServer.url, clock: systemClock, upcasters: NO_UPCASTERS });
    await bench.import('on.jsonl', moved);
    const asked = times.filter((_, index) => index % 9 === 0);
    const known = await knownAt(source, asked);
    expect(await knownAt(embedded, asked)).toEqual(known);
    expect(await knownAt(moved, asked)).toEqual(known);
    expect((await embedded.head())?.recordedAt).toBe((await source.head())?.recordedAt);
    expect(await source.readHistory(HISTORY_START, 5)).toEqual(history.slice(0, 5));
    await Promise.all([...stores, moved].map((store) => store.close()));
    await server.stop();
    await newServer.stop();
    await bench.destroy();
  });
});

/** The number of events up to each instant, and the recorded time of the last one. */
async function knownAt(store: HistoryStore, instants: readonly Instant[]) {
  const positions = (await everyEvent(store)).map(({ position }) => position);
  const known: (readonly [number, Instant | undefined])[] = [];
  for (const instant of instants) {
    const head = await store.headAt(instant);
    known.push([head ? positions.indexOf(head.position) + 1 : 0, head?.recordedAt]);
  }
  return known;
}
