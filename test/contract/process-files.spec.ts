import type { Clock } from '#kernel';
import { NO_UPCASTERS, openEventStoreDb } from '#event-store';
import { landlordFilesContract, processFilesContract } from '#exchange/testing';
import { WireServer } from '../wire/eventstoredb/server';

const timeouts = { callTimeout: 1_000, firstDelay: 5, longestDelay: 50, giveUpAfter: 5_000 };

const open = async (clock: Clock) => {
  const server = await WireServer.start();
  const store = await openEventStoreDb({ url: server.url, clock, timeouts, upcasters: NO_UPCASTERS });
  return {
    store,
    close: async () => {
      await store.close();
      await server.stop();
    },
  };
};

processFilesContract('EventStoreDB', open);
landlordFilesContract('EventStoreDB', open);
