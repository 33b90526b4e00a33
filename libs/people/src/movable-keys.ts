import type { Uuid } from '#kernel';

/**
 * One record of the keys, as it is stored. Boxes are encrypted with the master key, entries are keyed digests: without
 * the master key, a record opens nothing. Boxes and entries are base64.
 */
export type KeyRecord =
  | { readonly kind: 'secret'; readonly name: string; readonly box: string }
  | { readonly kind: 'key'; readonly household: Uuid; readonly box: string }
  | { readonly kind: 'number'; readonly entry: string; readonly id: Uuid };

/**
 * A database of keys that can be copied to another one, page by page. It decrypts nothing: `KeysReceiver` checks the
 * records that arrive.
 */
export interface MovableKeys {
  /**
   * The records after the given one: secrets, then keys, then numbers, each kind in an order of the database. Records
   * added during the reading may be missed; earlier records are not.
   */
  readKeys(after: KeyRecord | null, maxCount: number): Promise<readonly KeyRecord[]>;
  /** For each record, the existing record with the same name, household or entry; undefined where there is none. */
  inPlaceOf(records: readonly KeyRecord[]): Promise<readonly (KeyRecord | undefined)[]>;
  /** Writes new records durably: secrets and keys before the numbers that lead to them. */
  addKeys(records: readonly KeyRecord[]): Promise<void>;
  /**
   * Destroys the keys of these households for good, and the entries that lead to them.
   * @returns the number of keys destroyed
   */
  destroyKeys(households: readonly Uuid[]): Promise<number>;
  close(): Promise<void>;
}
