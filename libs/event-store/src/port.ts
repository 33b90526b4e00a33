import type { Instant } from '#kernel';
import type { ClearEvent, NewEvent, Position, RecordedEvent } from './event';

/**
 * What the writer expects of the stream. `any`: no check; `none`: the stream does not exist; `exists`: it exists; a
 * number: the revision of its last event.
 */
export type ExpectedRevision = 'any' | 'none' | 'exists' | number;

/** Whether the expectation names one exact revision. A batch can then be stored at that place once only. */
export function namesRevision(expected: ExpectedRevision): expected is 'none' | number {
  return expected === 'none' || typeof expected === 'number';
}

export interface StreamBatch {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

export interface Appended {
  /** The revision of the last event of the batch. */
  readonly revision: number;
  readonly position: Position;
  /** True where the same event ids were stored before, and nothing was written now. */
  readonly repeated: boolean;
}

export interface ReadStreamOptions {
  readonly direction?: 'forward' | 'backward';
  /** The first revision to read (inclusive). Default: 0 forward, the last one backward. */
  readonly from?: number;
  readonly maxCount: number;
}

export interface ReadAllOptions {
  readonly direction?: 'forward' | 'backward';
  /** Forward: only events after this position; backward: only events before it (both exclusive). */
  readonly from?: Position;
  /** Only events of these types. */
  readonly types?: readonly string[];
  readonly maxCount: number;
}

/** Called with events in order, one page at a time; the next page waits until it has resolved (back-pressure). */
export type EventsHandler = (events: readonly RecordedEvent[]) => Promise<void>;

export interface SubscribeOptions {
  /** Only events after this position (exclusive); `START` for all. */
  readonly after: Position;
  readonly types?: readonly string[];
  /** Called each time the subscription reaches the head. */
  readonly onCaughtUp?: () => void;
  /** Called once if the handler throws. The subscription has then stopped. */
  readonly onError?: (error: unknown) => void;
}

export interface Subscription {
  stop(): Promise<void>;
}

export interface Head {
  readonly position: Position;
  /** The latest recorded time among this event and all events before it. */
  readonly recordedAt: Instant;
}

/** The store of all events: the source of truth. */
export interface EventStore {
  /** The id of this store. Checkpoints carry it, so that read models made from another store are discarded. */
  readonly storeId: string;
  /**
   * Appends one batch to one stream, durably: it resolves after the commit. The store recognises a batch that it holds
   * already by its event ids, inside the same stream. With a named revision it compares the events right after that
   * revision (`none`: from the first event on). With `any` and `exists` it compares all events of the stream, so such
   * streams should stay short.
   * @throws WrongRevision where the stream is not at the expected revision; CodedError `store-unreachable` where a
   * server did not answer: the batch may then be stored or not, and the caller can safely append the same batch again.
   */
  append(batch: StreamBatch): Promise<Appended>;
  readStream(stream: string, options: ReadStreamOptions): Promise<readonly RecordedEvent[]>;
  readAll(options: ReadAllOptions): Promise<readonly RecordedEvent[]>;
  subscribe(options: SubscribeOptions, handler: EventsHandler): Subscription;
  head(): Promise<Head | null>;
  /**
   * The last event such that it and all events before it were recorded at or before the instant; null where there is
   * none.
   */
  headAt(instant: Instant): Promise<Head | null>;
  close(): Promise<void>;
}

/** What an atomic append wrote. Batches that were stored before are not counted. */
export interface AtomicAppended {
  readonly events: number;
  /** The position of the last event written; null where nothing was written. */
  readonly position: Position | null;
}

/** A store that can write many streams in one transaction (an import, on SQLite). */
export interface AtomicEventStore extends EventStore {
  /**
   * Appends all batches or none, in their order. Other appends wait meanwhile, so the source of the batches must not
   * itself wait for an append.
   * @throws WrongRevision where a stream is not at the expected revision; nothing is then written.
   */
  appendAtomically(batches: Iterable<StreamBatch> | AsyncIterable<StreamBatch>): Promise<AtomicAppended>;
}

export function isAtomic(store: EventStore): store is AtomicEventStore {
  return 'appendAtomically' in store;
}

/** A store that can read only the clear part of events, which costs less than reading whole events. */
export interface ClearReadingEventStore extends EventStore {
  /** Reads the same events as `readAll`, but only their clear part. */
  readAllClear(options: ReadAllOptions): Promise<readonly ClearEvent[]>;
}

export function readsClear(store: EventStore): store is ClearReadingEventStore {
  return 'readAllClear' in store;
}

/** A store that can count events without reading them. */
export interface CountingEventStore extends EventStore {
  /** The number of events after the position; only of these types where some are given. */
  countAfter(position: Position, types?: readonly string[]): Promise<number>;
}

export function isCounting(store: EventStore): store is CountingEventStore {
  return 'countAfter' in store;
}

/**
 * A store that cannot write many streams in one transaction. An import on it first writes its events to temporary
 * streams (see `isStagingStream`) and deletes them at its end.
 */
export interface DeletingEventStore extends EventStore {
  /**
   * Deletes a staging stream with its events. Nothing happens where the stream does not exist.
   * @throws CodedError `stream-not-staging` for any other stream: the history is never deleted
   */
  deleteStream(stream: string): Promise<void>;
}

export function isDeleting(store: EventStore): store is DeletingEventStore {
  return 'deleteStream' in store;
}
