import { NO_UPCASTERS, openEventStoreDb } from '#event-store';
import { systemClock } from '#kernel';
import { processContract, type ProcessStores } from '#processing/testing';
import { temporaryReadStore, type TemporaryReadStore } from '#read-store/testing';
import { describeOnMongo } from '../support/mongodb';
import { WireServer } from '../wire/eventstoredb/server';

/** Events on a new server that speaks the protocol of EventStoreDB. Each call of `makeReadStore` makes another read store. */
async function onEventStoreDb(makeReadStore: () => TemporaryReadStore): Promise<ProcessStores> {
  const server = await WireServer.start();
  const eventStore = await openEventStoreDb({ url: server.url, clock: systemClock, upcasters: NO_UPCASTERS });
  const made: TemporaryReadStore[] = [];
  return {
    eventStore,
    makeReadStore: () => {
      made.push(makeReadStore());
      return made.at(-1)!.store;
    },
    destroy: async () => {
      for (const one of made) await one.destroy();
      await eventStore.close();
      await server.stop();
    },
  };
}

processContract('EventStoreDB and SQLite', () => onEventStoreDb(temporaryReadStore));

describeOnMongo('on servers', (mongo) => {
  processContract('EventStoreDB and MongoDB', () => onEventStoreDb(() => mongo.readStore()));
});
