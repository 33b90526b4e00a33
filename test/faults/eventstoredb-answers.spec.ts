import {
  NO_UPCASTERS,
  openEventStoreDb,
  START,
  type EventStoreDb,
  type EventStoreDbOptions,
  type RecordedEvent,
} from '#event-store';
import { exampleEvent, exampleEvents } from '#event-store/testing';
import { newUuid, systemClock } from '#kernel';
import { WireServer, type WireServerOptions } from '../wire/eventstoredb/server';
import { everything, pause, until } from './load';

const timeouts = { callTimeout: 300, firstDelay: 5, longestDelay: 100, giveUpAfter: 1_000 };

describe('EventStoreDB with slow, wrong or missing answers', () => {
  const opened: EventStoreDb[] = [];
  const servers: WireServer[] = [];
  let server: WireServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await Promise.all(servers.splice(0).map((one) => one.stop()));
  });

  const startServer = async (options?: WireServerOptions): Promise<WireServer> => {
    const started = await WireServer.start(options);
    servers.push(started);
    return started;
  };

  const open = async (options: Partial<EventStoreDbOptions> = {}): Promise<EventStoreDb> => {
    const store = await openEventStoreDb({
      url: server.url,
      clock: systemClock,
      upcasters: NO_UPCASTERS,
      timeouts,
      ...options,
    });
    opened.push(store);
    return store;
  };
  const appendTo = (store: EventStoreDb, stream: string, events = [exampleEvent()]) =>
    store.append({ stream, expected: 'none', events });

  it('buffers a bounded number of events for a slow consumer, and delivers all of them', async () => {
    const store = await open({ timeouts: {} });
    const total = 8_000;
    for (let batch = 0; batch < total / 500; batch += 1) await appendTo(store, `stream-${batch}`, exampleEvents(500));
    const sent = (): number => Math.max(...[...server.faults.subscribers].map((subscriber) => subscriber.sent));
    let handled = 0;
    let held = 0;
    const subscription = store.subscribe({ after: START }, async (events) => {
      if (handled === 0) {
        for (let before = -1; before < held; await pause(500)) [before, held] = [held, sent()];
      }
      handled += events.length;
    });
    await until(() => handled === total, 'all handled', 40);
    await subscription.stop();
    expect(held).toBeLessThan(3_000);
  });

  it('delivers again the buffered events of a subscription that was lost during a slow handler', async () => {
    const store = await open({ timeouts: {} });
    await appendTo(store, 'dossier', exampleEvents(1_200));
    const handled: number[] = [];
    const subscription = store.subscribe({ after: START }, async (events) => {
      if (handled.length === 0) {
        await pause(300);
        server.dropSubscriptions('with-error');
        await pause(50);
      }
      handled.push(...events.map(({ revision }) => revision));
    });
    await until(() => handled.includes(1_199), 'the last event');
    await subscription.stop();
    expect(handled).toEqual(Array.from({ length: 1_200 }, (_, revision) => revision));
  });

  it('misses no event whose position is the last checkpoint of a lost subscription', async () => {
    const store = await open({ timeouts: {} });
    const { log } = server;
    const seen: RecordedEvent[] = [];
    let caughtUp = 0;
    const windows = 1_000;
    const plain = exampleEvents(windows - (log.records.length % windows), { type: 'Plain' });
    await appendTo(store, 'plain', plain);
    const options = { after: START, types: ['Rare'], onCaughtUp: () => (caughtUp += 1) };
    const subscription = store.subscribe(options, async (events) => void seen.push(...events));
    await until(() => caughtUp > 0, 'the head');
    server.dropSubscriptions('in-silence');
    server.refuse(true);
    const writer = await startServer();
    const elsewhere = await open({ url: writer.url });
    await appendTo(elsewhere, 'dossier', [exampleEvent({ type: 'Rare' })]);
    const rare = writer.log.records[writer.log.records.length - 1]!;
    const before = log.records[log.records.length - 1]!;
    log.append('dossier', -1, [rare]);
    expect(log.records[log.records.length - 1]!.position).toBe(before.end);
    server.refuse(false);
    await until(() => seen.length === 1, 'the event');
    await subscription.stop();
  });

  it('gives up a server that never answers, and works again when it answers', async () => {
    const store = await open();
    await appendTo(store, 'before');
    server.faults.frozen = true;
    await expectRefusals('store-unreachable', [
      appendTo(store, 'silent'),
      store.readStream('before', { maxCount: 1 }),
      store.readAll({ types: ['ExampleRecorded'], maxCount: 1 }),
      store.head(),
    ]);
    server.faults.frozen = false;
    await appendTo(store, 'after');
    expect((await everything(store)).map(({ stream }) => stream)).toEqual(['before', 'after']);
  });

  it('gives up a cluster that does not name its leader', async () => {
    const cluster = await startServer({ nodes: 2 });
    const store = await open({ url: cluster.url });
    cluster.faults.frozen = true;
    cluster.cut();
    const begun = performance.now();
    await expectRefusals('store-unreachable', [
      appendTo(store, 'silent'),
      store.readStream('silent', { maxCount: 1 }),
      store.deleteStream('staging-1'),
    ]);
    expect(performance.now() - begun).toBeLessThan(4_000);
    cluster.faults.frozen = false;
    const later = await open({ url: cluster.url });
    expect(await appendTo(later, 'after')).toMatchObject({ revision: 0 });
  });

  it('reports whether a batch was stored after the answers to all its tries were lost', async () => {
    const store = await open();
    const events = exampleEvents(2);
    server.faults.fates.push(...Array.from({ length: 20 }, () => 'stored-in-silence' as const));
    await expect(appendTo(store, 'dossier', events)).rejects.toMatchObject({ code: 'store-unreachable' });
    server.faults.fates.length = 0;
    expect(await appendTo(store, 'dossier', events)).toMatchObject({ revision: 1, repeated: true });
  });

  it('distinguishes a repeated batch of another process from its own retry', async () => {
    const [one, other] = [await open(), await open()];
    const events = exampleEvents(2);
    server.faults.fates.push('stored-in-silence');
    const first = await appendTo(one, 'dossier', events);
    expect(first).toMatchObject({ revision: 1, repeated: false });
    expect(await appendTo(other, 'dossier', events)).toEqual({ ...first, repeated: true });
  });

  it('lets several processes append to the end of one stream', async () => {
    const stores = [await open(), await open(), await open()];
    const batches = Array.from({ length: 30 }, () => exampleEvents(2));
    const append = (store: EventStoreDb) =>
      Promise.all(batches.map((events) => store.append({ stream: 'shared', expected: 'any', events })));
    const answers = (await Promise.all(stores.map(append))).flat();
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(batches.length);
    const ids = (await everything(stores[0]!)).map(({ id }) => id);
    expect([...ids].sort()).toEqual(
      batches
        .flat()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('is not affected by the lost connection of another store in the same process', async () => {
    const elsewhere = await startServer();
    const other = await open({ url: elsewhere.url });
    await appendTo(other, 'dossier');
    const store = await open();
    server.faults.delay = 200;
    const append = appendTo(store, 'dossier');
    await pause(50);
    elsewhere.cut();
    expect(await append).toMatchObject({ repeated: false });
  });

  it('retries where the server is too busy', async () => {
    const store = await open();
    server.faults.busy = 3;
    expect(await appendTo(store, 'dossier')).toMatchObject({ revision: 0 });
  });

  it('reports lasting failures in one sentence', async () => {
    const store = await open();
    const tooLarge = exampleEvents(20, { data: { text: 'x'.repeat(100_000) } });
    await expect(appendTo(store, 'large', tooLarge)).rejects.toMatchObject({ code: 'batch-too-large' });
    await expect(appendTo(store, 'mixite-chain')).rejects.toMatchObject({ code: 'stream-reserved' });
    await expect(store.readStream('$settings', { maxCount: 1 })).rejects.toMatchObject({ code: 'stream-reserved' });
    await expect(store.readAll({ from: '12' as never, maxCount: 1 })).rejects.toMatchObject({
      code: 'invalid-position',
    });
    server.faults.denied = true;
    await expectRefusals('store-access-denied', [appendTo(store, 'dossier'), store.head(), open()]);
    const refused = await new Promise((onError) => store.subscribe({ after: START, onError }, async () => undefined));
    expect(refused).toMatchObject({ code: 'store-access-denied' });
  });

  it.each(['not an address', 'esdb://db.example.org:2113', 'http://db.example.org'])(
    'refuses the address %s',
    async (url) => {
      await expect(open({ url })).rejects.toMatchObject({ code: 'store-url-invalid' });
    },
  );

  it('names the host but not the password where no server answers', async () => {
    const url = `esdb://admin:changeit@${server.url.slice('esdb://'.length)}`;
    await server.stop();
    const refusal = expect(open({ url })).rejects;
    await refusal.toMatchObject({ code: 'store-unreachable', message: expect.stringMatching(/\(127\.0\.0\.1:\d+\)/) });
    await expect(open({ url })).rejects.not.toMatchObject({ message: expect.stringContaining('changeit') });
  });

  it('stops at an event that another program wrote', async () => {
    const store = await open();
    const id = newUuid();
    server.log.append('foreign', -1, [
      { id, type: 'Foreign', json: true, data: Buffer.from('{}'), metadata: Buffer.from('{}') },
    ]);
    await expect(store.readAll({ maxCount: 10 })).rejects.toMatchObject({ code: 'event-unreadable' });
    const error = await new Promise((onError) => store.subscribe({ after: START, onError }, async () => undefined));
    expect(error).toMatchObject({ code: 'event-unreadable', params: { stream: 'foreign', revision: 0 } });
  });

  it('finishes the accepted appends when it is closed, then refuses everything', async () => {
    const store = await open();
    server.faults.delay = 50;
    const accepted = appendTo(store, 'dossier');
    const subscription = store.subscribe({ after: START }, async () => undefined);
    await store.close();
    expect(await accepted).toMatchObject({ revision: 0 });
    await subscription.stop();
    const closed = { code: 'store-closed' };
    await expect(appendTo(store, 'other')).rejects.toMatchObject(closed);
    await expect(store.head()).rejects.toMatchObject(closed);
    expect(() => store.subscribe({ after: START }, async () => undefined)).toThrow(expect.objectContaining(closed));
  });
});

async function expectRefusals(code: string, calls: readonly Promise<unknown>[]): Promise<void> {
  const outcomes = await Promise.allSettled(calls);
  expect(outcomes).toEqual(
    calls.map(() => expect.objectContaining({ status: 'rejected', reason: expect.objectContaining({ code }) })),
  );
}
