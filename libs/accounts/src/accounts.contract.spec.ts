import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryEventStore } from '#event-store/testing';
import { openSqliteSecretStore } from './secrets/sqlite-secret-store';
import { accountContract } from './testing';

accountContract('SQLite', async (clock) => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-access-'));
  const secrets = openSqliteSecretStore(folder);
  const { store, destroy } = temporaryEventStore({ clock });
  return {
    store,
    secrets,
    close: async () => {
      await secrets.close();
      await destroy();
      rmSync(folder, { recursive: true });
    },
  };
});
