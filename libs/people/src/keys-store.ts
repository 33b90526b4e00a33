import type { Uuid } from '#kernel';

/** How the index knows a number or a request's key: its kind and a keyed digest, as text of one character a byte. */
export type Entry = string;

/** A request's key, and in which week it is used. */
export interface UsedKey {
  readonly entry: Entry;
  readonly week: number;
}

/** One that is taken, for a content. */
export interface Claim extends UsedKey {
  readonly content: string;
}

/** What one session adds. */
export interface Additions {
  /** New households and their keys, wrapped as they are taken. */
  wrappedKeys(): Iterable<readonly [household: Uuid, box: Buffer]>;
  readonly numbers: ReadonlyMap<Entry, Uuid>;
  readonly claims: readonly Claim[];
}

/** Where wrapped keys and the keyed index live, and nowhere else. It sees neither a number nor a bare key. */
export interface KeysStore {
  /** The wrapped secret of that name, made once by `make` where it is absent, whoever asks first. */
  secret(name: string, make: () => Buffer): Promise<Buffer>;
  /** The ids of those entries that have one. */
  find(entries: readonly Entry[]): Promise<ReadonlyMap<Entry, Uuid>>;
  wrappedKeys(households: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Buffer>>;
  /** The contents for which those keys were taken, in their week or in the one before. */
  claimed(keys: readonly UsedKey[]): Promise<ReadonlyMap<Entry, string>>;
  /**
   * Writes what sessions add, durably. Says for each whether it could: where an entry has another id, or a claim another content,
   * the session is in conflict, and no number of it leads to a household without its key.
   */
  add(sessions: readonly Additions[]): Promise<readonly boolean[]>;
  close(): Promise<void>;
}
