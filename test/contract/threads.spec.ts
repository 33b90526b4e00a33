import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vaultContract } from '#people/testing';
import { readStoreContract } from '#read-store/testing';

/** The program of a thread exists only in a build, so these tests run the built files, as a service does. */
const BUILT = join(__dirname, '../../dist/libs');

function built<Library>(file: string): Library {
  if (!existsSync(BUILT)) throw new Error('nothing is built: npm run build');
  return createRequire(__filename)(join(BUILT, file)) as Library;
}

type ReadStores = typeof import('#read-store');
type KeyVaults = typeof import('../../libs/people/src/key-vault');
type Keys = typeof import('../../libs/people/src/sqlite-keys');

readStoreContract('SQLite, each row written by a thread', async () => {
  const { openSqliteReadStore } = built<ReadStores>('read-store/src/index.js');
  const folder = mkdtempSync(join(tmpdir(), 'mixite-read-'));
  const store = openSqliteReadStore({ folder, mode: 'writer', rowsForThread: 1 });
  return {
    store,
    openReader: () => openSqliteReadStore({ folder, mode: 'reader' }),
    destroy: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});

vaultContract('SQLite, each commit written by a thread', async () => {
  const { openVault } = built<KeyVaults>('people/src/key-vault.js');
  const { SqliteKeys } = built<Keys>('people/src/sqlite-keys.js');
  const folder = mkdtempSync(join(tmpdir(), 'mixite-vault-'));
  const master = randomBytes(32);
  return {
    open: () => openVault(new SqliteKeys({ file: join(folder, 'keys.db'), numbersForThread: 0 }), master),
    destroy: async () => rmSync(folder, { recursive: true }),
  };
});
