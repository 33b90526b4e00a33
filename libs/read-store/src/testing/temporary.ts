import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadStore } from '../port';
import { openSqliteReadStore } from '../sqlite/store';

export interface TemporaryReadStore {
  readonly folder: string;
  readonly store: ReadStore;
  /** Another handle on the same folder, that only reads; closed by whoever opened it. */
  openReader(): ReadStore;
  /** Closes the store and removes its folder. */
  destroy(): Promise<void>;
}

/** A real store in a folder of its own. */
export function temporaryReadStore(): TemporaryReadStore {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-read-'));
  const store = openSqliteReadStore({ folder, mode: 'writer' });
  const destroy = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, store, openReader: () => openSqliteReadStore({ folder, mode: 'reader' }), destroy };
}
