import type { Position, RecordedEvent } from '#event-store';
import { CodedError, type JsonObject } from '#kernel';
import type { DocumentWrite, ModelDefinition, ReadModel } from '#read-store';

/**
 * Turns events into documents. Between batches it holds nothing but caches that it can lose. It reads its own documents through the
 * batch, or through the model, which shows what was committed; it puts what must be written into the batch.
 */
export interface Projection {
  readonly model: ModelDefinition;
  /** The event types that it reads. */
  readonly types: readonly string[];
  /** True where it reads neither metadata nor sealed facts: catching up and rebuilding then need not load them. */
  readonly clearOnly?: true;
  /** A fresh run over one generation of the model, with caches of its own. */
  start(model: ReadModel): ProjectionRun;
}

export interface ProjectionRun {
  /**
   * Applies one event. An event that is applied again must change nothing: documents carry the position of the event that made them.
   * @throws where the event cannot be applied: none of its writes is kept, the event is parked, and a fresh run goes on with the next one
   * (a rebuild stops instead). OutOfStep where the documents cannot be trusted.
   * @returns no promise where it need not wait: a replay applies millions of events, and a promise for each would be most of its cost.
   */
  apply(event: RecordedEvent, batch: Batch): Promise<void> | void;
}

/**
 * The documents are ahead of their checkpoint: a commit was cut off, or a process that lost its lease wrote late. A projection that must
 * read its documents exactly throws this error: the documents are discarded, and the history is read again.
 */
export class OutOfStep extends CodedError {
  constructor() {
    super('out-of-step', 'documents are ahead of their checkpoint');
  }
}

/**
 * A document that many events of a batch change. It is put once, and made only when the batch is written. Until then it may change, but only
 * by events that can no longer be refused; after that it must be put again.
 */
export interface LateWrite<Body = JsonObject> extends Pick<DocumentWrite, 'collection' | 'id'> {
  readonly made: () => DocumentWrite<Body>;
}

export type BatchWrite<Body = JsonObject> = DocumentWrite<Body> | LateWrite<Body>;

/** The document as it would be written now. */
export function madeNow<Body>(write: BatchWrite<Body>): DocumentWrite<Body> {
  return 'made' in write ? write.made() : write;
}

/** What was put since the last checkpoint. Reads see it before what the store holds. */
export interface Batch {
  /** The store holds the writes of all events up to this position. */
  readonly written: Position;
  /** A document as this batch would leave it. */
  get<Body>(collection: string, id: string): Promise<{ position: Position; body: Body } | null>;
  put<Body>(write: BatchWrite<Body>): void;
  /**
   * Writes what is pending, without a checkpoint, so that a `find` on the model sees it. The writes of the event being applied wait,
   * since it may still be refused: they are written once it is applied, before the next event.
   */
  flush(): Promise<void>;
}
