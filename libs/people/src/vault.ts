import type { Instant, Json, Uuid } from '#kernel';
import type { SealedFacts } from '#event-store';

/**
 * The subject of a number: a household has a numéro unique, an allocation and a rehousing have a number. A dwelling has
 * its residence and its reference as one text.
 */
export type NumberKind = 'household' | 'allocation' | 'rehousing' | 'dwelling';

/**
 * Keeps the keys of households; finds households, allocations and rehousings by their numbers; encrypts (seals) and
 * decrypts (opens) facts. Calls that may use the network are asynchronous and take many items at once. Sealing and
 * opening happen for every event and use only loaded keys.
 */
export interface Vault {
  /** The internal id of a number, found in the keyed index; undefined where the number was never seen or was erased. */
  find(kind: NumberKind, number: string): Promise<Uuid | undefined>;
  /** The present keys of those households. The caller must drop them after use, so that no key survives an erasure. */
  keysOf(households: Iterable<Uuid>): Promise<KeyRing>;
  /**
   * The keyed digest of a row, for clear metadata. It shows that rows are equal without decryption, and nobody can
   * guess a row without the key.
   */
  digest(canonicalRow: string): string;
  /**
   * Destroys the keys of subjects that are no households, such as vacancies: what they seal is unreadable from now on. A subject
   * without a key is passed over. A copy of the keys that was made before still holds them.
   */
  forget(subjects: readonly Uuid[]): Promise<void>;
  /**
   * Lets a number that was wrong lead elsewhere, or nowhere. False, and nothing is written, where it does not lead to `from` (undefined:
   * nowhere).
   */
  moveNumber(
    kind: NumberKind,
    number: string,
    move: { readonly from: Uuid | undefined; readonly to: Uuid | undefined },
  ): Promise<boolean>;
  /** Starts a session, to which one command adds new households, their keys and their numbers. */
  session(): VaultSession;
  close(): Promise<void>;
}

/** The keys of some households, in memory. */
export interface KeyRing {
  /** Seals facts for the event that will hold them. @throws CodedError `household-erased` where the household has no key */
  seal(household: Uuid, eventId: Uuid, facts: Json): SealedFacts;
  /** The facts in the box, or undefined where there is no key: the household was erased. @throws CodedError `box-altered` */
  open<Facts = Json>(sealed: SealedFacts, eventId: Uuid): Facts | undefined;
  /** False once the household's key is destroyed. */
  canOpen(household: Uuid): boolean;
}

/** The key with which the sender of a request may repeat it, and the time of the request. */
export interface RequestKey {
  readonly key: string;
  readonly at: Instant;
}

/** The numbers and request keys that a session will use. */
export interface Wanted {
  readonly households?: Iterable<string>;
  readonly allocations?: Iterable<string>;
  readonly rehousings?: Iterable<string>;
  readonly dwellings?: Iterable<string>;
  /** Ids of subjects that have a key and are no household, such as vacancies. */
  readonly subjects?: Iterable<Uuid>;
  readonly requests?: Iterable<RequestKey>;
}

/**
 * One command's view of the vault, with its additions. `prepare` looks up numbers and request keys, and the other
 * methods accept only prepared ones.
 */
export interface VaultSession {
  /**
   * Looks up these numbers, and the keys of their households. They replace the earlier prepared numbers of the same
   * kind. Ids and keys made in this session stay known.
   */
  prepare(wanted: Wanted): Promise<void>;
  find(kind: NumberKind, number: string): Uuid | undefined;
  /** The household with that numéro unique. A new household is created with its key. */
  household(number: string): Uuid;
  /**
   * The allocation with that number, created where it is new. Its index entry survives an erasure, so that an unchanged
   * row is still recognised.
   */
  allocation(number: string): Uuid;
  /**
   * The rehousing with that number, created where it is new. Its index entry survives an erasure, like that of an
   * allocation.
   */
  rehousing(number: string): Uuid;
  /** The dwelling with that text, created where it is new. It has no key: the id only tells dwellings apart. */
  dwelling(text: string): Uuid;
  /** Makes the key of a prepared subject, where it has none. Facts are sealed with it and opened as with a household's. */
  subject(id: Uuid): void;
  /** Seals facts for the event that will hold them. @throws CodedError `household-erased` */
  seal(household: Uuid, eventId: Uuid, facts: Json): SealedFacts;
  /** The content for which a prepared request's key was claimed, by this session or before; undefined where the key is free. */
  claimed(requestKey: string): string | undefined;
  /** Claims a free key for a content. After the `commit` the claim is kept for one to two weeks. */
  claim(requestKey: string, content: string): void;
  /**
   * Writes the new keys, numbers and claims durably. The caller waits for it before it appends the events that need
   * them. Keys whose events were never appended open nothing, and their numbers get the same ids again. During the
   * commit the session can go on sealing; its new additions belong to the next commit.
   * @throws CodedError `vault-conflict` where another session has given an id to one of the numbers, or claimed a
   * request's key, meanwhile: the caller must try the command again in a new session
   */
  commit(): Promise<void>;
}
