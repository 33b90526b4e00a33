import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretStoreContract } from '../testing/secret-store-contract';
import { openSqliteSecretStore } from './sqlite-secret-store';

secretStoreContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-secrets-'));
  const store = openSqliteSecretStore(folder);
  return {
    store,
    destroy: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});

it('only the owner of the file reads it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-secrets-'));
  const store = openSqliteSecretStore(folder);
  expect(statSync(join(folder, 'access.db')).mode & 0o077).toBe(0);
  await store.close();
  rmSync(folder, { recursive: true });
});
