import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteVault } from './sqlite-vault';
import { vaultContract } from './testing';

vaultContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-vault-'));
  return {
    open: () => openSqliteVault({ folder }),
    destroy: async () => rmSync(folder, { recursive: true }),
  };
});
