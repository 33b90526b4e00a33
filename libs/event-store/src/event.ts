import type { Instant, Day, JsonObject, Uuid } from '#kernel';

/**
 * Where an event stands in the order of all events: an opaque string, sortable as text. Stores have gaps and 64 bits; nobody
 * counts with it or builds one.
 */
export type Position = string & { readonly __position: true };

/** Sorts before every position: "from the beginning". */
export const START = '' as Position;

/** Who recorded the event, in which correlation, and when. All of it is clear: it names nobody. */
export interface EventMetadata {
  /**
   * Set by the store, and monotone along the order of all events where one process writes. Several processes may differ by as much
   * as their clocks do: an instant has its place by the running maximum, which is what `headAt` looks for.
   */
  readonly recordedAt: Instant;
  /** The day in the world on which the fact holds. */
  readonly effectiveDay?: Day;
  readonly actor: string;
  readonly role: string;
  /** The correlation that the event belongs to: an import, a request. */
  readonly correlationId: string;
  /** The command or event that caused this one. */
  readonly causationId: string;
  /** For rows of files: keyed digest of the canonical row, by which an unchanged row is known without decrypting. */
  readonly rowDigest?: string;
}

/** Personal facts of one household, sealed by the `people` room; unreadable once the household's key is destroyed. */
export interface SealedFacts {
  readonly household: Uuid;
  /** Base64 of nonce, ciphertext and tag. */
  readonly box: string;
}

/** An event that a decision produced, not yet in the store. */
export interface NewEvent {
  /** The same id appended twice to the same stream is stored once. */
  readonly id: Uuid;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
  readonly people?: SealedFacts;
  readonly metadata: Omit<EventMetadata, 'recordedAt'>;
}

/** An event as the store gives it back, upcast to the newest schema of its type. */
export interface RecordedEvent<Data = JsonObject> extends Omit<NewEvent, 'metadata' | 'data'> {
  readonly data: Data;
  readonly stream: string;
  /** 0 for the first event of its stream. */
  readonly revision: number;
  readonly position: Position;
  readonly metadata: EventMetadata;
}

/** What an event says in clear, without who recorded it and when: all that most projections read. */
export type ClearEvent<Data = JsonObject> = Omit<RecordedEvent<Data>, 'metadata' | 'people'>;
