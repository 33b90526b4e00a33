import type { Instant, Day, JsonObject, Uuid } from '#kernel';

/**
 * The place of an event in the order of all events: an opaque string that sorts as text. Positions may have gaps and 64
 * bits: callers neither calculate with them nor build them.
 */
export type Position = string & { readonly __position: true };

/** A position that sorts before all others. A reader that starts there reads from the beginning. */
export const START = '' as Position;

/** Who recorded the event, in which correlation, and when. The metadata is stored in clear: it names no household. */
export interface EventMetadata {
  /**
   * Set by the store. With one writing process it never goes back along the order of all events. With several processes
   * it may go back by as much as their clocks differ: `headAt` therefore compares an instant with the running maximum.
   */
  readonly recordedAt: Instant;
  /** The day on which the fact holds, in the real world. */
  readonly effectiveDay?: Day;
  readonly actor: string;
  readonly role: string;
  /** The correlation that the event belongs to: an import, a request. */
  readonly correlationId: string;
  /** The command or event that caused this one. */
  readonly causationId: string;
  /**
   * For rows of files: the keyed digest of the canonical row. It shows that a row is unchanged without decrypting
   * anything.
   */
  readonly rowDigest?: string;
}

/**
 * Personal facts of one household, encrypted by the `people` library. They are unreadable once the household's key is
 * destroyed.
 */
export interface SealedFacts {
  readonly household: Uuid;
  /** Base64 of nonce, ciphertext and tag. */
  readonly box: string;
}

/** An event that a decision produced, not yet in the store. */
export interface NewEvent {
  /** An id that is appended twice to the same stream is stored once. */
  readonly id: Uuid;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
  readonly people?: SealedFacts;
  readonly metadata: Omit<EventMetadata, 'recordedAt'>;
}

/** An event as the store returns it, upcast to the newest schema of its type. */
export interface RecordedEvent<Data = JsonObject> extends Omit<NewEvent, 'metadata' | 'data'> {
  readonly data: Data;
  readonly stream: string;
  /** 0 for the first event of its stream. */
  readonly revision: number;
  readonly position: Position;
  readonly metadata: EventMetadata;
}

/** The part of an event that is not encrypted, without its metadata. Most projections read nothing else. */
export type ClearEvent<Data = JsonObject> = Omit<RecordedEvent<Data>, 'metadata' | 'people'>;
