import type { Instant } from '#kernel';
import type { ClearEvent, NewEvent, Position, RecordedEvent } from './event';

/** `any`: no check; `none`: the stream must not exist; `exists`: it must; a number: the revision of its last event. */
export type ExpectedRevision = 'any' | 'none' | 'exists' | number;

/** Where the stream must stand is said exactly, so that a batch can be stored there once only. */
export function namesRevision(expected: ExpectedRevision): expected is 'none' | number {
  return expected === 'none' || typeof expected === 'number';
}

export interface StreamBatch {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

export interface Appended {
  /** Of the last event of the batch. */
  readonly revision: number;
  readonly position: Position;
  /** True where the batch was already stored, by its event ids, and nothing was written. */
  readonly repeated: boolean;
}

export interface ReadStreamOptions {
  readonly direction?: 'forward' | 'backward';
  /** First revision read (inclusive). Forward: default 0. Backward: default the last. */
  readonly from?: number;
  readonly maxCount: number;
}

export interface ReadAllOptions {
  readonly direction?: 'forward' | 'backward';
  /** Forward: only events after it; backward: only events before it (both exclusive). */
  readonly from?: Position;
  /** Only events of these types. */
  readonly types?: readonly string[];
  readonly maxCount: number;
}

/** Called with events in order, one page at a time; the next page waits until it has resolved (back-pressure). */
export type EventsHandler = (events: readonly RecordedEvent[]) => Promise<void>;

export interface SubscribeOptions {
  /** Only events after it (exclusive); `START` for all. */
  readonly after: Position;
  readonly types?: readonly string[];
  /** Called each time the subscription reaches the head. */
  readonly onCaughtUp?: () => void;
  /** Called once if the handler throws; the subscription has then stopped. */
  readonly onError?: (error: unknown) => void;
}

export interface Subscription {
  stop(): Promise<void>;
}

export interface Head {
  readonly position: Position;
  /** The latest of this event and all before it. */
  readonly recordedAt: Instant;
}

/** The store of all events, and the truth. */
export interface EventStore {
  /** An id that checkpoints carry: read models made from another store are discarded. */
  readonly storeId: string;
  /**
   * Appends one batch to one stream, durably: it resolves after the commit. A batch already stored is known by its event ids, inside
   * its stream alone: right after the expected revision (`none`: from the first event on), or anywhere in the stream where none
   * is named (`any`, `exists`), which costs a look at each of its events: such streams should stay short.
   * @throws WrongRevision where the stream is not at the expected revision; CodedError `store-unreachable` where a server did not
   * answer: the batch is then stored or not, and appending it again, as it is, tells which.
   */
  append(batch: StreamBatch): Promise<Appended>;
  readStream(stream: string, options: ReadStreamOptions): Promise<readonly RecordedEvent[]>;
  readAll(options: ReadAllOptions): Promise<readonly RecordedEvent[]>;
  subscribe(options: SubscribeOptions, handler: EventsHandler): Subscription;
  head(): Promise<Head | null>;
  /** The last event that, with all before it, was recorded at or before the instant; null where there is none. */
  headAt(instant: Instant): Promise<Head | null>;
  close(): Promise<void>;
}

/** What an atomic append wrote: batches that were already stored count for nothing. */
export interface AtomicAppended {
  readonly events: number;
  /** Of the last event written; null where none was. */
  readonly position: Position | null;
}

/** A store that can write many streams in one transaction (an import, on SQLite). */
export interface AtomicEventStore extends EventStore {
  /**
   * Appends all batches or none, in their order; other appends wait meanwhile, so the batches must not come from one.
   * @throws WrongRevision where one of the streams moved; nothing is then written.
   */
  appendAtomically(batches: Iterable<StreamBatch> | AsyncIterable<StreamBatch>): Promise<AtomicAppended>;
}

export function isAtomic(store: EventStore): store is AtomicEventStore {
  return 'appendAtomically' in store;
}

/** A store that reads the clear part of events alone for less than whole ones. */
export interface ClearReadingEventStore extends EventStore {
  /** As `readAll`. */
  readAllClear(options: ReadAllOptions): Promise<readonly ClearEvent[]>;
}

export function readsClear(store: EventStore): store is ClearReadingEventStore {
  return 'readAllClear' in store;
}

/** A store that counts without reading. */
export interface CountingEventStore extends EventStore {
  /** How many events stand after the position, of these types where some are given. */
  countAfter(position: Position, types?: readonly string[]): Promise<number>;
}

export function isCounting(store: EventStore): store is CountingEventStore {
  return 'countAfter' in store;
}

/**
 * A store whose imports are staged: it cannot write many streams in one transaction, so an import first puts its events in streams
 * of its own (see `isStagingStream`), which are deleted once it has ended.
 */
export interface DeletingEventStore extends EventStore {
  /**
   * Deletes a staging stream with its events; one that is absent is deleted already.
   * @throws CodedError `stream-not-staging` for any other: the history is never deleted
   */
  deleteStream(stream: string): Promise<void>;
}

export function isDeleting(store: EventStore): store is DeletingEventStore {
  return 'deleteStream' in store;
}
