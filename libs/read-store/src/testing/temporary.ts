import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Checkpoint, ReadModel, ReadStore } from '../port';
import { openSqliteReadStore } from '../sqlite/store';

export interface TemporaryReadStore {
  readonly store: ReadStore;
  /** A second store that only reads the same documents. The caller closes it. */
  openReader(): ReadStore;
  /** Closes the store and removes its documents. */
  destroy(): Promise<void>;
}

let make: () => TemporaryReadStore = inFolder;

/** A real store for one test: SQLite, unless `makeTemporaryReadStoresBy` was called. */
export function temporaryReadStore(): TemporaryReadStore {
  return make();
}

/**
 * From now on in this test file, `temporaryReadStore` makes stores with `other`: the same scenarios then run on every
 * adapter.
 */
export function makeTemporaryReadStoresBy(other: () => TemporaryReadStore): void {
  make = other;
}

/** Moves the checkpoint back without changing the documents. This works only by way of a checkpoint of another event store. */
export async function takeCheckpointBack(model: ReadModel, checkpoint: Checkpoint): Promise<void> {
  await model.commit([], { ...checkpoint, storeId: 'another store' });
  await model.commit([], checkpoint);
}

function inFolder(): TemporaryReadStore {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-read-'));
  const store = openSqliteReadStore({ folder, mode: 'writer' });
  const destroy = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, openReader: () => openSqliteReadStore({ folder, mode: 'reader' }), destroy };
}
