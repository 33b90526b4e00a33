import { NO_UPCASTERS, ChainWriter, openEventStoreDb, START, type EventStoreDb } from '#event-store';
import { eventStoreContract, exampleEvents, type ManualClock, type StoreUnderTest } from '#event-store/testing';
import { newUuid, systemClock } from '#kernel';
import { WireServer } from '../wire/eventstoredb/server';
import { Alone } from './alone';

// No deadline is tried here (libs/event-store/src/eventstoredb/calls.spec.ts does): a call that a busy machine answers late is no failure.
const timeouts = { callTimeout: 60_000, firstDelay: 50, longestDelay: 5_000, giveUpAfter: 180_000 };
const REAL_SERVER = process.env['EVENTSTORE_URL'];
// More than one connection holds on its way, and 40 appends of 7 writers. A history of 100 000 takes a minute.
const LONG_HISTORY = process.env['MIXITE_LONG_TESTS'] ? 100_000 : 20_000;

async function makeNew({ clock }: { clock: ManualClock }): Promise<StoreUnderTest> {
  const server = await WireServer.start();
  const open = (): Promise<EventStoreDb> =>
    openEventStoreDb({ url: server.url, clock, timeouts, upcasters: NO_UPCASTERS });
  let store = await open();
  return {
    store,
    reopen: async () => {
      await store.close();
      return (store = await open());
    },
    destroy: async () => {
      await store.close();
      await server.stop();
    },
  };
}

eventStoreContract('EventStoreDB, a new server that speaks its protocol', makeNew, { longHistory: LONG_HISTORY });

describe('on a server that already holds events', () => {
  let server: WireServer;
  beforeAll(async () => {
    server = await WireServer.start();
    const store = await openEventStoreDb({ url: server.url, clock: systemClock, timeouts, upcasters: NO_UPCASTERS });
    for (const stream of ['dossier', 'a', 'staging-1']) {
      await store.append({ stream, expected: 'none', events: exampleEvents(150) });
      server.log.append('$stats-127.0.0.1', -2, [statistics()]);
    }
    await store.close();
  });
  afterAll(() => server.stop());

  const make = ({ clock }: { clock: ManualClock }) => openAlone(server.url, clock);
  eventStoreContract('EventStoreDB, a server that has a past', make, { longHistory: 5_000 });
});

if (REAL_SERVER) {
  eventStoreContract('EventStoreDB, the real server', ({ clock }) => openAlone(REAL_SERVER, clock));
} else {
  it.skip('EventStoreDB, the real server: set EVENTSTORE_URL to run the contract on it', () => undefined);
}

/** Opens the store with its chain extended, so that the tests also search events after the end of the chain. */
async function openAlone(url: string, clock: ManualClock): Promise<StoreUnderTest> {
  const open = (): Promise<EventStoreDb> => openEventStoreDb({ url, clock, timeouts, upcasters: NO_UPCASTERS });
  let store = await open();
  await new ChainWriter(store).extendOnce();
  const head = await store.head();
  if (head) clock.time = Math.max(clock.time, Date.parse(head.recordedAt) + 1_000);
  const begin = head?.position ?? START;
  const tag = newUuid();
  return {
    store: new Alone(store, begin, tag),
    reopen: async () => {
      await store.close();
      store = await open();
      return new Alone(store, begin, tag);
    },
    destroy: () => store.close(),
  };
}

function statistics() {
  const id = newUuid();
  return { id, type: '$statsCollected', json: true, data: Buffer.from('{"cpu":1}'), metadata: Buffer.alloc(0) };
}
