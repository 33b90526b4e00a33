import { NO_UPCASTERS, openEventStoreDb, type EventStoreDb, type RecordedEvent, type Subscription } from '#event-store';
import { exampleEvents, seededNumbers } from '#event-store/testing';
import { systemClock } from '#kernel';
import { WireServer, type WireServerOptions } from '../wire/eventstoredb/server';
import { everything, expectIntact, follow, pause, until, Writers } from './load';

const LONG = Boolean(process.env['MIXITE_LONG_TESTS']);
const CUTS = LONG ? 3_000 : 300;
const SEED = 2_026;
const WRITERS = 3;

/** Shorter timeouts than those of a deployment, so that tests are fast. */
const timeouts = { callTimeout: 1_000, firstDelay: 5, longestDelay: 200, giveUpAfter: 30_000 };

describe('EventStoreDB that fails', () => {
  const escaped: unknown[] = [];
  const escape = (error: unknown): void => void escaped.push(error);
  let server: WireServer;
  let stores: EventStoreDb[];
  let seen: RecordedEvent[];
  let subscription: Subscription;
  let writers: Writers;

  beforeAll(() => process.on('unhandledRejection', escape).on('uncaughtException', escape));
  afterAll(() => void process.off('unhandledRejection', escape).off('uncaughtException', escape));
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await server.stop();
    expect(escaped).toEqual([]);
  });

  /** Opens several writing stores and one that follows, as separate processes would. */
  const begin = async (options: WireServerOptions = {}): Promise<void> => {
    server = await WireServer.start(options);
    const open = () => openEventStoreDb({ url: server.url, clock: systemClock, upcasters: NO_UPCASTERS, timeouts });
    stores = await Promise.all(Array.from({ length: WRITERS + 1 }, open));
    seen = [];
    subscription = follow(stores[WRITERS]!, seen);
    const writing = stores.slice(0, WRITERS);
    writers = new Writers([...writing, ...writing, ...writing], SEED);
  };

  const end = async (): Promise<void> => {
    await writers.stop();
    const history = await everything(stores[0]!);
    await until(() => seen.length >= history.length, `the follower has ${seen.length} of ${history.length}`);
    await subscription.stop();
    expectIntact(history, writers.acknowledged);
    expect(seen).toEqual(history);
  };

  /** Waits for some more appends, so that each fault hits running work. */
  const work = async (appends: number): Promise<void> => {
    const target = writers.acknowledged.length + appends;
    await until(() => writers.acknowledged.length >= target, `${target} appends`);
  };

  it(
    `loses and repeats nothing over ${CUTS} cut connections`,
    async () => {
      await begin();
      const next = seededNumbers(SEED);
      for (let cut = 0; cut < CUTS; cut += 1) {
        await pause(next() * 25);
        const kind = next();
        if (kind < 0.3) server.faults.fates.push('cut-before-storing');
        else if (kind < 0.6) server.faults.fates.push('cut-after-storing');
        else server.cut();
        if (next() < 0.5) await work(1 + Math.floor(next() * 6));
      }
      await end();
      expect(writers.acknowledged.length).toBeGreaterThan(CUTS);
    },
    CUTS * 1_000,
  );

  it('reads all events, with and without types, while connections are cut', async () => {
    await begin();
    await writers.stop();
    const [store] = stores;
    for (let batch = 0; batch < 6; batch += 1)
      await store!.append({ stream: `long-${batch}`, expected: 'none', events: exampleEvents(500) });
    const history = await everything(store!);
    let cuts = 0;
    const cutting = setInterval(() => (cuts++ < 100 ? server.cut() : clearInterval(cutting)), 20);
    const maxCount = history.length + 1;
    const reads = [
      store!.readAll({ maxCount }),
      store!.readAll({ types: ['ExampleRecorded'], maxCount }),
      store!.readAll({ direction: 'backward', maxCount }).then((events) => [...events].reverse()),
    ];
    const settled = Promise.all(reads).finally(() => clearInterval(cutting));
    for (const read of await settled) expect(read).toEqual(history);
    await end();
  });

  it('continues after restarts', async () => {
    await begin();
    for (let restart = 0; restart < 8; restart += 1) {
      await work(10);
      await server.restart();
    }
    await end();
  });

  it('waits for a server that refuses connections for a while', async () => {
    await begin();
    await work(10);
    server.refuse(true);
    await pause(1_500);
    server.refuse(false);
    await work(10);
    await end();
  });

  it('follows the leader from node to node, through elections and the loss of a node', async () => {
    await begin({ nodes: 3 });
    for (let change = 0; change < 10; change += 1) {
      await work(10);
      server.faults.leaderless = true;
      server.stepDown();
      await pause(30);
      server.faults.leaderless = false;
    }
    await work(10);
    await server.loseLeader();
    await work(10);
    await end();
  });

  it('reopens dropped subscriptions at the right position', async () => {
    await begin();
    for (let drop = 0; drop < 60; drop += 1) {
      await work(3);
      server.dropSubscriptions(drop % 2 ? 'with-error' : 'in-silence');
    }
    await end();
  });

  it('finds out that unanswered appends were stored', async () => {
    await begin();
    for (let silence = 0; silence < 3; silence += 1) {
      await work(5);
      server.faults.fates.push('stored-in-silence');
    }
    await work(5);
    await end();
  });
});
