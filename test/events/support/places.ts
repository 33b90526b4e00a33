import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '#installation';
import { WireServer } from '../../wire/eventstoredb/server';

/** A new, empty place for a history. */
export interface NewPlace {
  readonly place: Place;
  destroy(): Promise<void>;
}

export const PLACES: readonly { readonly store: string; make(): Promise<NewPlace> }[] = [
  {
    store: 'SQLite',
    make: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'mixite-place-'));
      return { place: { folder }, destroy: async () => rmSync(folder, { recursive: true }) };
    },
  },
  {
    store: 'EventStoreDB',
    make: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'mixite-place-'));
      const server = await WireServer.start();
      return {
        place: { folder, eventStoreUrl: server.url },
        destroy: async () => {
          await server.stop();
          rmSync(folder, { recursive: true });
        },
      };
    },
  },
];
