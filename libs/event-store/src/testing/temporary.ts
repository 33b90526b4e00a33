import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, type Clock } from '#kernel';
import type { AtomicEventStore } from '../port';
import { openSqliteEventStore } from '../sqlite/store';
import { NO_UPCASTERS, type Upcasters } from '../upcasters';

export interface TemporaryEventStore {
  readonly folder: string;
  readonly store: AtomicEventStore;
  /** Closes the store and removes its folder. */
  destroy(): Promise<void>;
}

/** A real store in its own temporary folder. It does not wait for the disk. */
export function temporaryEventStore(options: { clock?: Clock; upcasters?: Upcasters } = {}): TemporaryEventStore {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-events-'));
  const { clock = systemClock, upcasters = NO_UPCASTERS } = options;
  const store = openSqliteEventStore({ folder, mode: 'writer', clock, upcasters, synchronous: 'normal' });
  const destroy = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, store, destroy };
}
