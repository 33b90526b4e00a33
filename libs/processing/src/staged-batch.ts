import { TimeSlice } from '#concurrency';
import { START, type Position } from '#event-store';
import type { Checkpoint, DocumentWrite, ReadModel } from '#read-store';
import { madeNow, type Batch, type BatchWrite } from './projection';

/** The newest write of each document, by collection and id. */
class Documents {
  private readonly collections = new Map<string, Map<string, BatchWrite>>();
  size = 0;

  get(collection: string, id: string): BatchWrite | undefined {
    return this.collections.get(collection)?.get(id);
  }

  put(write: BatchWrite): void {
    let documents = this.collections.get(write.collection);
    if (!documents) this.collections.set(write.collection, (documents = new Map<string, BatchWrite>()));
    const before = documents.size;
    documents.set(write.id, write);
    this.size += documents.size - before;
  }

  /** Makes every document as it is now, and keeps the result. Nothing may be put in the meantime. */
  async makeAll(): Promise<DocumentWrite[]> {
    const slice = new TimeSlice();
    const all: DocumentWrite[] = [];
    for (const documents of this.collections.values()) {
      for (const [id, write] of documents) {
        const made = madeNow(write);
        all.push(made);
        if (made !== write) documents.set(id, made);
        if (slice.isOver()) await slice.yield();
      }
    }
    return all;
  }
}

interface HandedBatch {
  readonly documents: Documents;
  /** Fails where the batch cannot be written: then no later batch is written either. */
  readonly written: Promise<void>;
}

/** How many batches may wait while the next one fills: one that the store is writing, and one that it can begin at once. */
const AHEAD = 2;

/**
 * What events have put since the last commit. The writes of the event being applied are kept apart, so that a refused event leaves
 * nothing. The store writes one batch while the next one fills.
 */
export class StagedBatch implements Batch {
  private pending = new Documents();
  private readonly staged: BatchWrite[] = [];
  /** The staged writes by id; filled when one of them is first read. */
  private stagedById: Documents | undefined;
  /** The batches that the store has not written yet, oldest first. */
  private readonly handed: HandedBatch[] = [];
  private flushAfterEvent = false;

  /** @param lastWritten the position of the model's checkpoint */
  constructor(
    private readonly model: ReadModel,
    private lastWritten: Position = START,
  ) {}

  /** How many documents of earlier events wait to be written. */
  get size(): number {
    return this.pending.size;
  }

  get written(): Position {
    return this.lastWritten;
  }

  async get<Body>(collection: string, id: string): Promise<{ position: Position; body: Body } | null> {
    const write = this.stagedOne(collection, id) ?? this.pending.get(collection, id) ?? this.handedOne(collection, id);
    if (write) return madeNow(write) as DocumentWrite<Body>;
    return this.model.get<Body>(collection, id);
  }

  put<Body>(write: BatchWrite<Body>): void {
    this.staged.push(write as BatchWrite);
    this.stagedById?.put(write as BatchWrite);
  }

  async flush(): Promise<void> {
    this.flushAfterEvent ||= this.staged.length > 0;
    if (this.pending.size > 0) await this.hand(null);
    await this.whenWritten();
  }

  /** The event is applied: its writes join the others. True where it asked for a flush: the caller must then flush. */
  settle(): boolean {
    for (const write of this.staged) this.pending.put(write);
    const due = this.flushAfterEvent;
    this.discard();
    return due;
  }

  /** The event is refused: its writes are forgotten. */
  discard(): void {
    this.staged.length = 0;
    this.stagedById = undefined;
    this.flushAfterEvent = false;
  }

  /**
   * Hands what is pending to the store, with the checkpoint to write after it. It waits only where the store is too far behind.
   * @throws where an earlier batch could not be written: then no later batch is written
   */
  async hand(checkpoint: Checkpoint | null): Promise<void> {
    const { pending } = this;
    const made = await pending.makeAll();
    const written = this.whenWritten().then(() => this.write(made, checkpoint));
    written.catch(() => undefined);
    this.pending = new Documents();
    this.handed.push({ documents: pending, written });
    if (this.handed.length > AHEAD) await this.handed[0]!.written;
  }

  /** Resolves when the store has written all that it was handed. */
  async whenWritten(): Promise<void> {
    await this.handed.at(-1)?.written;
  }

  /** Writes what is pending, then the checkpoint. */
  async commit(checkpoint: Checkpoint | null): Promise<void> {
    await this.hand(checkpoint);
    await this.whenWritten();
  }

  private async write(documents: readonly DocumentWrite[], checkpoint: Checkpoint | null): Promise<void> {
    await this.model.commit(documents, checkpoint);
    this.handed.shift();
    if (checkpoint) this.lastWritten = checkpoint.position;
  }

  private handedOne(collection: string, id: string): BatchWrite | undefined {
    for (let at = this.handed.length - 1; at >= 0; at--) {
      const write = this.handed[at]!.documents.get(collection, id);
      if (write) return write;
    }
    return undefined;
  }

  private stagedOne(collection: string, id: string): BatchWrite | undefined {
    if (this.staged.length === 0) return undefined;
    if (!this.stagedById) {
      this.stagedById = new Documents();
      for (const write of this.staged) this.stagedById.put(write);
    }
    return this.stagedById.get(collection, id);
  }
}
