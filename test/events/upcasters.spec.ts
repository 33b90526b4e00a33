import {
  ChainWriter,
  HISTORY_START,
  readsClear,
  START,
  StreamDefinition,
  Upcasters,
  verifyEventStoreDbChain,
  verifySqliteChain,
  type EventStoreDb,
  type RecordedEvent,
} from '#event-store';
import { historyOf } from '#event-store/testing';
import { openBeside, openInstallation, type Installation } from '#installation';
import { newUuid } from '#kernel';
import type { Projection } from '#processing';
import { EVENT_DEFINITIONS } from '#product';
import { PLACES, type NewPlace } from './support/places';

/** An invented kind of stream, whose first version used square metres. */
const PARK_STREAMS = new StreamDefinition<{
  readonly type: 'ParkOpened';
  readonly data: { readonly hectares: number };
}>({
  category: 'park',
  types: {
    ParkOpened: {
      version: 2,
      upcasters: [({ squareMetres }) => ({ hectares: Number(squareMetres) / 10_000 })],
    },
  },
});
const UPCASTERS = Upcasters.of([...EVENT_DEFINITIONS, PARK_STREAMS]);
const STREAM = PARK_STREAMS.name('1');
const NEWEST = { type: 'ParkOpened', schemaVersion: 2, data: { hectares: 3 } };

/** A projection that stores the events as it receives them. */
const parks: Projection = {
  model: { name: 'parks', version: 1, collections: [{ name: 'events', columns: {}, indexes: [] }] },
  types: PARK_STREAMS.types,
  start: () => ({
    apply: ({ id, position, schemaVersion, data }, batch) =>
      batch.put({ collection: 'events', id, position, body: { schemaVersion, data } }),
  }),
};

describe.each(PLACES)('an event of an older version, on $store', ({ store, make }) => {
  const metadata = { actor: 'tester', role: 'system', correlationId: 'test', causationId: 'test' };
  const [first, second] = [newUuid(), newUuid()];
  let place: NewPlace;
  let installation: Installation;
  beforeAll(async () => {
    place = await make();
    const options = { place: place.place, mode: 'writer', upcasters: UPCASTERS, projections: [parks] } as const;
    installation = await openInstallation(options);
    await installation.vault();
    const older = { id: first, type: 'ParkOpened', schemaVersion: 1, data: { squareMetres: 30_000 }, metadata };
    const newer = PARK_STREAMS.write({ type: 'ParkOpened', data: { hectares: 3 } }, { id: second, metadata });
    await installation.eventStore.append({ stream: STREAM, expected: 'none', events: [older, newer] });
  });
  afterAll(async () => {
    await installation.close();
    await place.destroy();
  });

  const expectNewest = (events: readonly Partial<RecordedEvent>[]): void => {
    expect(events).toMatchObject([
      { ...NEWEST, id: first },
      { ...NEWEST, id: second },
    ]);
  };

  it('is read in the newest version by every kind of read', async () => {
    const { eventStore } = installation;
    const events = await eventStore.readStream(STREAM, { maxCount: 10 });
    expectNewest(events);
    expect(events.map((event) => PARK_STREAMS.read(event).data.hectares)).toEqual([3, 3]);
    expectNewest(await eventStore.readAll({ maxCount: 10 }));
    expectNewest(await eventStore.readAll({ types: PARK_STREAMS.types, maxCount: 10 }));
    if (readsClear(eventStore)) expectNewest(await eventStore.readAllClear({ maxCount: 10 }));
    expect(readsClear(eventStore)).toBe(store === 'SQLite');
  });

  it('is delivered to subscriptions in the newest version', async () => {
    const seen: RecordedEvent[] = [];
    await new Promise<void>((resolve) => {
      const subscription = installation.eventStore.subscribe(
        { after: START, onCaughtUp: () => void subscription.stop().then(resolve) },
        async (events) => void seen.push(...events),
      );
    });
    expectNewest(seen);
  });

  it('is projected in the newest version', async () => {
    await installation.engine.catchUpAll();
    const model = await installation.readStore.active(parks.model);
    for (const id of [first, second])
      expect((await model.get('events', id))!.body).toEqual({ schemaVersion: 2, data: NEWEST.data });
  });

  it('is read in the newest version by a background thread', async () => {
    const beside = await openBeside(place.place, UPCASTERS);
    expectNewest(await beside.store.readAll({ maxCount: 10 }));
    await beside.close();
  });

  it('stays in the history as it was written, because the chain covers it', async () => {
    const { eventStore } = installation;
    if (store === 'EventStoreDB') await new ChainWriter(eventStore as EventStoreDb).extendOnce();
    const [older, newer] = await historyOf(eventStore).readHistory(HISTORY_START, 10);
    expect(older).toMatchObject({ id: first, schemaVersion: 1, data: '{"squareMetres":30000}' });
    expect(newer).toMatchObject({ id: second, schemaVersion: 2, data: '{"hectares":3}' });
    const verdict =
      store === 'SQLite'
        ? await verifySqliteChain(place.place.folder)
        : await verifyEventStoreDbChain(eventStore as EventStoreDb);
    expect(verdict).toMatchObject({ events: 2, broken: null });
  });
});
