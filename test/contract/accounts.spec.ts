import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteSecretStore } from '#accounts';
import { accountContract } from '#accounts/testing';
import { NO_UPCASTERS, openEventStoreDb } from '#event-store';
import { WireServer } from '../wire/eventstoredb/server';

const timeouts = { callTimeout: 1_000, firstDelay: 5, longestDelay: 50, giveUpAfter: 5_000 };

accountContract('EventStoreDB', async (clock) => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-access-'));
  const secrets = openSqliteSecretStore(folder);
  const server = await WireServer.start();
  const store = await openEventStoreDb({ url: server.url, clock, timeouts, upcasters: NO_UPCASTERS });
  return {
    store,
    secrets,
    close: async () => {
      await store.close();
      await server.stop();
      await secrets.close();
      rmSync(folder, { recursive: true });
    },
  };
});
