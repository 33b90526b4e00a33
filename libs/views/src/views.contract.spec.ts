import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteSecretStore } from '#accounts';
import { viewContract } from './testing';

viewContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-views-'));
  const store = openSqliteSecretStore(folder);
  return {
    store,
    destroy: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});
