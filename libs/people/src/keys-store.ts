import type { Uuid } from '#kernel';

/** How the index knows a number or a request's key: its kind and a keyed digest, as text of one character a byte. */
export type Entry = string;

/** A request's key that was taken: for which content, in which week. */
export interface Claim {
  readonly entry: Entry;
  readonly content: string;
  readonly week: number;
}

/** What one session adds. */
export interface Additions {
  /** New households and their keys, wrapped as they are taken. */
  wrappedKeys(): Iterable<readonly [household: Uuid, box: Buffer]>;
  readonly numbers: ReadonlyMap<Entry, Uuid>;
  readonly claim: Claim | undefined;
}

/** Where wrapped keys and the keyed index live, and nowhere else. It sees neither a number nor a bare key. */
export interface KeysStore {
  /** The wrapped secret of that name, made once by `make` where it is absent, whoever asks first. */
  secret(name: string, make: () => Buffer): Promise<Buffer>;
  /** The ids of those entries that have one. */
  find(entries: readonly Entry[]): Promise<ReadonlyMap<Entry, Uuid>>;
  wrappedKeys(households: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Buffer>>;
  /** The content for which the key was taken in that week or the one before. */
  claimed(entry: Entry, week: number): Promise<string | undefined>;
  /**
   * Writes what sessions add, durably. Says for each whether it could: where an entry has another id, or a claim another content,
   * the session is in conflict, and no number of it leads to a household without its key.
   */
  add(sessions: readonly Additions[]): Promise<readonly boolean[]>;
  close(): Promise<void>;
}
