import {
  ChainWriter,
  openEventStoreDb,
  NO_UPCASTERS,
  Upcasters,
  verifyEventStoreDbChain,
  verifySqliteChain,
  type EventStore,
  type EventStoreDb,
  type Position,
} from '#event-store';
import { exampleEvent, exampleEvents, ManualClock, seededNumbers, temporaryEventStore } from '#event-store/testing';
import { instantOf, systemClock, type Clock, type Instant } from '#kernel';
import { WireServer } from '../wire/eventstoredb/server';
import { everything, pause, until } from '../faults/load';

const CHAIN_STREAM = 'mixite-chain';
const timeouts = { callTimeout: 1_000, firstDelay: 5, longestDelay: 50, giveUpAfter: 5_000 };

describe('the chain on EventStoreDB', () => {
  const opened: EventStoreDb[] = [];
  let server: WireServer;
  let store: EventStoreDb;
  beforeEach(async () => {
    server = await WireServer.start();
    store = await open();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
    await server.stop();
  });

  const open = async (clock: Clock = systemClock, upcasters: Upcasters = NO_UPCASTERS): Promise<EventStoreDb> => {
    const one = await openEventStoreDb({ url: server.url, clock, upcasters, timeouts });
    opened.push(one);
    return one;
  };
  const write = (stream: string, count: number) =>
    store.append({ stream, expected: 'none', events: exampleEvents(count) });
  const links = () => server.log.stream(CHAIN_STREAM)?.records ?? [];

  it('is the same as on SQLite for the same events in the same order', async () => {
    const clock = new ManualClock();
    const upcast = { type: 'ExampleRecorded', from: 1, upcast: () => ({ changed: true }) };
    const here = await open(clock, new Upcasters([upcast]));
    const sqlite = temporaryEventStore({ clock });
    await Promise.all([fill(here), fill(sqlite.store)]);
    await new ChainWriter(here).extendOnce();
    const { events, digest } = await verifySqliteChain(sqlite.folder);
    expect(await verifyEventStoreDbChain(here)).toMatchObject({ events, digest, broken: null, unchained: 0 });
    expect(events).toBe(52);
    await sqlite.destroy();
  });

  it('has a link after at most 1 000 events, and counts the events that are not chained yet', async () => {
    for (let batch = 0; batch < 5; batch += 1) await write(`stream-${batch}`, 500);
    expect(await verifyEventStoreDbChain(store)).toMatchObject({ events: 0, unchained: 2_500, broken: null });
    const writer = new ChainWriter(store);
    expect(await writer.extendOnce()).toBe(2_500);
    expect(links().map(({ data }) => (JSON.parse(data.toString()) as { ordinal: number }).ordinal)).toEqual([
      1_000, 2_000, 2_500,
    ]);
    await write('later', 3);
    expect(await verifyEventStoreDbChain(store)).toMatchObject({ events: 2_500, unchained: 3, broken: null });
    expect(await writer.extendOnce()).toBe(3);
    expect(await writer.extendOnce()).toBe(0);
  });

  it('never forks, even with several writers', async () => {
    const writers = [new ChainWriter(store), new ChainWriter(await open()), new ChainWriter(await open())];
    for (let round = 0; round < 10; round += 1) {
      const writing = Promise.all(writers.map((writer) => writer.extendOnce()));
      await Promise.all([writing, write(`stream-${round}`, 150)]);
    }
    await Promise.all(writers.map((writer) => writer.extendOnce()));
    expect(await verifyEventStoreDbChain(store)).toMatchObject({ events: 1_500, unchained: 0, broken: null });
  });

  it('gets only one link where the answer to its append was lost', async () => {
    await write('dossier', 3);
    server.faults.fates.push('stored-in-silence');
    expect(await new ChainWriter(store).extendOnce()).toBe(3);
    expect(links()).toHaveLength(1);
  });

  it('is extended at each interval while mayWrite allows it, even after failures, until the writer is stopped', async () => {
    let allowed = false;
    const errors: unknown[] = [];
    const onError = (error: unknown): void => void errors.push(error);
    const writer = new ChainWriter(store, { mayWrite: async () => allowed, onError, interval: 10 });
    await write('first', 3);
    writer.start();
    await pause(50);
    expect(links()).toHaveLength(0);
    allowed = true;
    await until(() => links().length === 1, 'the first link');
    server.faults.denied = true;
    await until(() => errors.length > 0, 'an error');
    server.faults.denied = false;
    await write('second', 3);
    await until(() => links().length === 2, 'the second link');
    await writer.stop();
    await write('third', 3);
    await pause(50);
    expect(links()).toHaveLength(2);
    writer.start();
    await until(() => links().length === 3, 'the third link');
    await writer.stop();
  });

  describe('locates a change of the log in the stretch of a link:', () => {
    let positions: Position[];
    beforeEach(async () => {
      const writer = new ChainWriter(store);
      const people = { household: exampleEvent().id, box: 'c2VhbGVk' };
      for (const stream of ['a', 'b', 'c']) {
        await store.append({ stream, expected: 'none', events: exampleEvents(10, { people }) });
        await writer.extendOnce();
      }
      positions = (await everything(store)).map(({ position }) => position);
    });

    const metadataOf = (index: number): string =>
      server.log.records[server.log.indexFrom(BigInt(positions[index]!))]!.metadata.toString();
    const alter = (index: number, from: string, to: string): void =>
      server.log.alter(BigInt(positions[index]!), { metadata: metadataOf(index).replace(from, to) });
    const alterLink = (index: number, change: object): void => {
      const { position, data } = links()[index]!;
      server.log.alter(position, { data: JSON.stringify({ ...(JSON.parse(data.toString()) as object), ...change }) });
    };

    it('nothing', async () => {
      expect(await verifyEventStoreDbChain(store)).toMatchObject({ events: 30, broken: null, brokenUpTo: null });
    });

    it.each<[string, () => void]>([
      ['altered data', () => server.log.alter(BigInt(positions[14]!), { data: '{"index":99}' })],
      ['an altered author', () => alter(11, 'tester', 'nobody')],
      ['an altered recorded time', () => alter(19, '"recordedAt":"20', '"recordedAt":"19')],
      ['altered sealed facts', () => alter(15, 'c2Vh', 'c2Vi')],
      ['a removed event', () => server.log.remove(BigInt(positions[13]!))],
      ['the last event of a stretch removed', () => server.log.remove(BigInt(positions[19]!))],
      ['a link with another digest', () => alterLink(1, { digest: '0'.repeat(64) })],
      ['a link with another count', () => alterLink(1, { ordinal: 21 })],
      ['a link with another time', () => alterLink(1, { recordedAt: '2040-01-01T00:00:00.000Z' })],
      ['a link that ends elsewhere', () => alterLink(1, { upTo: positions[18] })],
    ])('%s', async (_name, tamper) => {
      const { digest } = JSON.parse(links()[0]!.data.toString()) as { digest: string };
      tamper();
      const verdict = await verifyEventStoreDbChain(store);
      expect(verdict).toMatchObject({ events: 10, digest, broken: positions[10] });
      expect(verdict.brokenUpTo! >= positions[18]!).toBe(true);
    });
  });

  it('reports an event that is no link', async () => {
    await write('dossier', 3);
    await new ChainWriter(store).extendOnce();
    server.log.alter(links()[0]!.position, { data: '{"upTo":3}' });
    const unreadable = { code: 'chain-unreadable' };
    await expect(verifyEventStoreDbChain(store)).rejects.toMatchObject(unreadable);
    await expect(new ChainWriter(store).extendOnce()).rejects.toMatchObject(unreadable);
    await expect(open()).rejects.toMatchObject(unreadable);
  });

  it('finds the head at any instant, also where the clocks of two processes differ', async () => {
    const [clock, fast] = [new ManualClock(), new ManualClock()];
    const stores = [await open(clock), await open(fast)];
    const writer = new ChainWriter(store);
    const next = seededNumbers(7);
    for (let append = 0; append < 60; append += 1) {
      clock.time += Math.floor(next() * 4_000);
      fast.time = clock.time + 2_500;
      await stores[next() < 0.7 ? 0 : 1]!.append({
        stream: `dossier-${append}`,
        expected: 'none',
        events: exampleEvents(1 + Math.floor(next() * 3)),
      });
      if (append < 50 && append % 7 === 0) await writer.extendOnce();
    }
    const history = await everything(store);
    let latest = '' as Instant;
    const moments = history.map(({ position, metadata: { recordedAt } }) => {
      if (recordedAt > latest) latest = recordedAt;
      return { position, recordedAt: latest, own: recordedAt };
    });
    expect(moments.some(({ recordedAt, own }) => own < recordedAt)).toBe(true);
    expect(await store.head()).toEqual(headAt(instantOf(clock.time + 100_000)));
    for (let time = Date.UTC(2023, 11, 31, 23, 59); time < clock.time + 5_000; time += 2_333)
      expect(await store.headAt(instantOf(time))).toEqual(headAt(instantOf(time)));

    function headAt(instant: Instant): object | null {
      const found = moments.findLast(({ recordedAt }) => recordedAt <= instant);
      return found ? { position: found.position, recordedAt: found.recordedAt } : null;
    }
  });

  it('finds the head after other processes have written many events', async () => {
    await write('first', 10);
    const reader = await open();
    await reader.head();
    for (let batch = 0; batch < 4; batch += 1) await write(`stream-${batch}`, 700);
    await new ChainWriter(store).extendOnce();
    const { position } = await write('last', 5);
    expect((await reader.head())?.position).toBe(position);
  });
});

/** Events with all values that could be written in more than one way. */
async function fill(store: EventStore): Promise<void> {
  for (const [index, event] of fixedEvents().entries())
    await store.append({ stream: `dossier-${index % 3}`, expected: 'any', events: [event] });
  await store.append({ stream: 'dossier-é', expected: 'none', events: fixedEvents('7') });
}

function fixedEvents(digit = '8') {
  const household = `00000000-0000-7000-8000-00000000000${digit}` as never;
  const data = {
    10: 'a',
    2: 'b',
    text: '€ "quoted" \u2028 \ud800 \n',
    half: 0.1,
    big: 1e21,
    list: [null, {}],
    empty: '',
  };
  const { effectiveDay: _, ...withoutDay } = exampleEvent().metadata;
  return Array.from({ length: 26 }, (_unused, index) =>
    exampleEvent({
      id: `0190b3a0-0000-7${String(index).padStart(3, '0')}-8000-00000000000${digit}` as never,
      data: { ...data, index },
      ...(index % 2 ? { people: { household, box: 'c2VhbGVk' } } : {}),
      ...(index % 3 ? { metadata: { ...withoutDay, rowDigest: 'abc' } } : {}),
    }),
  );
}
