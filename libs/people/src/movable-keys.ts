import type { Uuid } from '#kernel';

/**
 * One record of the keys, as it is kept: boxes are wrapped by the master key, entries are keyed digests. Nothing of it opens anything
 * without the master key. Boxes and entries are base64.
 */
export type KeyRecord =
  | { readonly kind: 'secret'; readonly name: string; readonly box: string }
  | { readonly kind: 'key'; readonly household: Uuid; readonly box: string }
  | { readonly kind: 'number'; readonly entry: string; readonly id: Uuid };

/** A database of keys that another can take over, page by page. It unwraps nothing: `KeysReceiver` checks what arrives. */
export interface MovableKeys {
  /**
   * The records after that one: secrets, then keys, then numbers, each kind in an order of the database. What is added meanwhile
   * may be missed; what was there before is not.
   */
  readKeys(after: KeyRecord | null, maxCount: number): Promise<readonly KeyRecord[]>;
  /** For each record, the one that stands in its place: of the same name, household or entry. Undefined where none does. */
  inPlaceOf(records: readonly KeyRecord[]): Promise<readonly (KeyRecord | undefined)[]>;
  /** Writes records whose places are free, durably, secrets and keys before the numbers that lead to them. */
  addKeys(records: readonly KeyRecord[]): Promise<void>;
  /** Destroys the keys of these households for good, and the entries that lead to them. @returns how many keys there were */
  destroyKeys(households: readonly Uuid[]): Promise<number>;
  close(): Promise<void>;
}
