import type { Uuid } from '#kernel';

/** The index entry of a number or of a request's key: its kind and a keyed digest, as text with one character for each byte. */
export type Entry = string;

/** A request's key, and the week in which it is used. */
export interface UsedKey {
  readonly entry: Entry;
  readonly week: number;
}

/** A request's key that is claimed for a content. */
export interface Claim extends UsedKey {
  readonly content: string;
}

/** The keys, numbers and claims that one session adds. */
export interface Additions {
  /** New households and their keys. Each key is encrypted when the iterator reaches it. */
  wrappedKeys(): Iterable<readonly [household: Uuid, box: Buffer]>;
  readonly numbers: ReadonlyMap<Entry, Uuid>;
  readonly claims: readonly Claim[];
}

/** To which id a number leads, and to which it shall lead; undefined: to none. */
export interface NumberMove {
  readonly from: Uuid | undefined;
  readonly to: Uuid | undefined;
}

/** The only place that holds the encrypted keys and the keyed index. It never sees a number or an unencrypted key. */
export interface KeysStore {
  /** The encrypted secret of that name. Where it is absent, `make` makes it once, even with several processes. */
  secret(name: string, make: () => Buffer): Promise<Buffer>;
  /** The ids of the entries that have one. */
  find(entries: readonly Entry[]): Promise<ReadonlyMap<Entry, Uuid>>;
  wrappedKeys(households: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Buffer>>;
  /** The contents for which those keys were claimed, in their week or in the week before. */
  claimed(keys: readonly UsedKey[]): Promise<ReadonlyMap<Entry, string>>;
  /**
   * Writes the additions of sessions durably. Returns for each session whether it was written. A session is in conflict
   * where an entry has another id, or a claim another content. Even then, none of its numbers leads to a household
   * without a key.
   */
  add(sessions: readonly Additions[]): Promise<readonly boolean[]>;
  /** Moves a number durably. False, and nothing is written, where it does not lead to `from`. */
  moveNumber(entry: Entry, move: NumberMove): Promise<boolean>;
  /** Deletes these keys durably, and overwrites them where the store can. */
  deleteKeys(subjects: readonly Uuid[]): Promise<void>;
  close(): Promise<void>;
}
