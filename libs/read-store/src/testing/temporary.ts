import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Checkpoint, ReadModel, ReadStore } from '../port';
import { openSqliteReadStore } from '../sqlite/store';

export interface TemporaryReadStore {
  readonly store: ReadStore;
  /** Another handle on the same documents, that only reads; closed by whoever opened it. */
  openReader(): ReadStore;
  /** Closes the store and removes its documents. */
  destroy(): Promise<void>;
}

let make: () => TemporaryReadStore = inFolder;

/** A real store of its own for one test: SQLite's, unless told otherwise. */
export function temporaryReadStore(): TemporaryReadStore {
  return make();
}

/** From now on in this test file, `temporaryReadStore` gives these: scenarios written once run on every adapter. */
export function makeTemporaryReadStoresBy(other: () => TemporaryReadStore): void {
  make = other;
}

/** Takes the checkpoint back and leaves the documents, which only a checkpoint of another event store in between lets one do. */
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
