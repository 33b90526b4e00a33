import { NO_UPCASTERS, openEventStoreDb } from '#event-store';
import { processFilesContract } from '#exchange/testing';
import { WireServer } from '../wire/eventstoredb/server';

const timeouts = { callTimeout: 1_000, firstDelay: 5, longestDelay: 50, giveUpAfter: 5_000 };

processFilesContract('EventStoreDB', async (clock) => {
  const server = await WireServer.start();
  const store = await openEventStoreDb({ url: server.url, clock, timeouts, upcasters: NO_UPCASTERS });
  return {
    store,
    close: async () => {
      await store.close();
      await server.stop();
    },
  };
});
