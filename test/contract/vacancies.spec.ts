import { NO_UPCASTERS, openEventStoreDb } from '#event-store';
import type { Clock } from '#kernel';
import { criteriaContract, leaseChangesContract, leaseContract, vacancyContract } from '#vacancy/testing';
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

vacancyContract('EventStoreDB', open);
leaseContract('EventStoreDB', open);
leaseChangesContract('EventStoreDB', open);
criteriaContract('EventStoreDB', open);
