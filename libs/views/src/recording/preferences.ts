import type { Actor } from '#access';
import type { SecretStore } from '#accounts';
import type { JsonObject } from '#kernel';
import type { ViewedList } from '../view';
import { ownerOf } from './owners';

export const DENSITIES = ['normale', 'serree'] as const;
export type Density = (typeof DENSITIES)[number];

/** How a person likes to see a list. */
export interface ListPreferences {
  /** In their order; none: those that the page shows by itself. */
  readonly columns: readonly string[];
  readonly density: Density;
}

interface PreferencesBody extends JsonObject {
  readonly columns: readonly string[];
  readonly density: string;
}

const NONE: ListPreferences = { columns: [], density: 'normale' };
const ATTEMPTS = 20;

/** The preferences of each person, list by list, under all their roles. */
export class Preferences {
  constructor(private readonly store: SecretStore) {}

  async of(list: ViewedList, actor: Actor): Promise<ListPreferences> {
    const kept = await this.store.get<PreferencesBody>('preference', keyOf(list, actor));
    return kept ? { columns: kept.body.columns, density: kept.body.density as Density } : NONE;
  }

  /** The last write wins. False where others kept writing at the same moment. */
  async set(list: ViewedList, { columns, density }: ListPreferences, actor: Actor): Promise<boolean> {
    const id = keyOf(list, actor);
    const secret = { body: { columns, density }, owner: ownerOf(actor), until: null };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const kept = await this.store.get('preference', id);
      const isWritten = kept
        ? await this.store.replace('preference', id, kept.version, secret)
        : await this.store.insert('preference', id, secret);
      if (isWritten) return true;
    }
    return false;
  }
}

function keyOf(list: ViewedList, actor: Actor): string {
  return `${ownerOf(actor)}.${list}`;
}
