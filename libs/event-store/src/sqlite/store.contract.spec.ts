import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AtomicEventStore } from '../port';
import { eventStoreContract } from '../testing';
import { openSqliteEventStore } from './store';
import { NO_UPCASTERS } from '../upcasters';

eventStoreContract('SQLite', async ({ clock }) => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-contract-'));
  const open = (): AtomicEventStore => openSqliteEventStore({ folder, mode: 'writer', clock, upcasters: NO_UPCASTERS });
  let store = open();
  return {
    store,
    reopen: async () => {
      await store.close();
      return (store = open());
    },
    destroy: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
