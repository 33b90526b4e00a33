import type { Instant, Json, Uuid } from '#kernel';
import type { SealedFacts } from '#event-store';

/** What a number identifies: a household by its numéro unique, an allocation or a rehousing by its number. */
export type NumberKind = 'household' | 'allocation' | 'rehousing';

/**
 * Keeps the keys of households, finds households, allocations and rehousings by their numbers, seals and opens. What may need the network is
 * asynchronous and takes many at once; sealing and opening, done for every event, work on what was loaded.
 */
export interface Vault {
  /** The internal id behind a number, by its keyed index; undefined where it was never seen, or erased. */
  find(kind: NumberKind, number: string): Promise<Uuid | undefined>;
  /** The keys of those households, as they are now: to be let go once read, so that an erasure is not outlived. */
  keysOf(households: Iterable<Uuid>): Promise<KeyRing>;
  /** Keyed digest of a row, for clear metadata: equal rows are told without decrypting, and nobody without the key can guess one. */
  digest(canonicalRow: string): string;
  /** What one command adds: new households, their keys, their numbers. */
  session(): VaultSession;
  close(): Promise<void>;
}

/** Keys in memory. */
export interface KeyRing {
  /** Seals facts for the event that will carry them. @throws CodedError `household-erased` where it has no key */
  seal(household: Uuid, eventId: Uuid, facts: Json): SealedFacts;
  /** The facts in the box, or undefined where there is no key: the household was erased. @throws CodedError `box-altered` */
  open<Facts = Json>(sealed: SealedFacts, eventId: Uuid): Facts | undefined;
  /** False once the household's key is destroyed. */
  canOpen(household: Uuid): boolean;
}

/** By which the sender of a request may repeat it, and when it came. */
export interface RequestKey {
  readonly key: string;
  readonly at: Instant;
}

/** What a session is about to ask for. */
export interface Wanted {
  readonly households?: Iterable<string>;
  readonly allocations?: Iterable<string>;
  readonly rehousings?: Iterable<string>;
  readonly requests?: Iterable<RequestKey>;
}

/** One command's view of the vault, and what it adds. Numbers are looked for by `prepare`, and only what was prepared is answered. */
export interface VaultSession {
  /**
   * Looks up these numbers, and the keys of the households behind. They take the place of those of their kind that were prepared
   * before; what was made stays known.
   */
  prepare(wanted: Wanted): Promise<void>;
  find(kind: NumberKind, number: string): Uuid | undefined;
  /** The household with that numéro unique, made with its key where it is new. */
  household(number: string): Uuid;
  /** The allocation with that number, made where it is new. Its index entry outlives an erasure: an unchanged row stays known. */
  allocation(number: string): Uuid;
  /** The rehousing with that number, made where it is new; it outlives an erasure as an allocation's does. */
  rehousing(number: string): Uuid;
  /** Seals facts for the event that will carry them. @throws CodedError `household-erased` */
  seal(household: Uuid, eventId: Uuid, facts: Json): SealedFacts;
  /** For which content a prepared request's key is taken, by this session or before; undefined where it is free. */
  claimed(requestKey: string): string | undefined;
  /** Takes a free key for a content. It is remembered for one to two weeks after its `commit`, and not longer. */
  claim(requestKey: string, content: string): void;
  /**
   * Writes the new keys, numbers and claims durably: wait for it before the events that need them are appended. Keys whose events never
   * came open nothing, and their numbers are given the same ids again. Meanwhile the session goes on sealing; what it makes is for the
   * next commit.
   * @throws CodedError `vault-conflict` where another session gave one of the numbers an id, or took a request's key, meanwhile:
   *   the command is to be tried again from the start, in a new session
   */
  commit(): Promise<void>;
}
