import type { Position, RecordedEvent } from '#event-store';
import { CodedError, type JsonObject } from '#kernel';
import type { DocumentWrite, ModelDefinition, ReadModel } from '#read-store';

/**
 * Turns events into documents. It holds no state between batches but caches that it can lose; it reads its own documents
 * through the model given, which shows what was committed, and returns what must be written.
 */
export interface Projection {
  readonly model: ModelDefinition;
  /** The event types that it reads. */
  readonly types: readonly string[];
  /** It reads neither metadata nor sealed facts: catching up and rebuilding then need not load them. */
  readonly clearOnly?: true;
  /** A fresh worker over one generation of the model: its caches live and die with it. */
  start(model: ReadModel): ProjectionRun;
}

export interface ProjectionRun {
  /**
   * Applies one event. The same event twice must change nothing: documents carry the position of the event that made them.
   * @throws where the event cannot be applied: none of its writes is kept, it is parked, and the rest goes on with a fresh run
   * (a rebuild stops instead); OutOfStep where the documents cannot be trusted.
   * @returns nothing where it need not wait: a replay goes through millions of events, and a promise each would be most of their price.
   */
  apply(event: RecordedEvent, batch: Batch): Promise<void> | void;
}

/**
 * The documents tell more than the checkpoint does: a commit was cut off, or a process that lost its lease wrote late. Whoever must read them
 * exactly throws it: they are discarded, and the history is read again.
 */
export class OutOfStep extends CodedError {
  constructor() {
    super('out-of-step', 'documents stand beyond their checkpoint');
  }
}

/**
 * A document that many events of a batch change: it is put once, and made when the batch is written. After that it must be put again; until
 * then it may change, by events that can no longer be refused.
 */
export interface LateWrite<Body = JsonObject> extends Pick<DocumentWrite, 'collection' | 'id'> {
  readonly made: () => DocumentWrite<Body>;
}

export type BatchWrite<Body = JsonObject> = DocumentWrite<Body> | LateWrite<Body>;

/** The document as it would be written now. */
export function madeNow<Body>(write: BatchWrite<Body>): DocumentWrite<Body> {
  return 'made' in write ? write.made() : write;
}

/** What has been written since the last checkpoint, seen before the store. */
export interface Batch {
  /** Whatever events up to it have written is in the store. */
  readonly written: Position;
  /** A document as this batch would leave it. */
  get<Body>(collection: string, id: string): Promise<{ position: Position; body: Body } | null>;
  put<Body>(write: BatchWrite<Body>): void;
  /**
   * Writes what is pending (without a checkpoint), so that a `find` on the model sees it. What the event being applied has put
   * stays aside, since it may still be refused: it is written as soon as the event is applied, before the next one.
   */
  flush(): Promise<void>;
}
