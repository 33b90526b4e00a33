import { TimeSlice } from '#concurrency';
import { START, type Position } from '#event-store';
import type { Checkpoint, DocumentWrite, ReadModel } from '#read-store';
import { madeNow, type Batch, type BatchWrite } from './projection';

/** Documents by collection and id; the newest of each. */
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

  /** Makes every document as it is now, and keeps it so; nothing may be put meanwhile. */
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
  /** Fails where it cannot be written; no later batch is then. */
  readonly written: Promise<void>;
}

/** Batches that the store has still to write while the next one fills: one that it writes, and one so that it need not wait. */
const AHEAD = 2;

/**
 * What events have written since the last commit, the event being applied apart: a refused one leaves nothing. The store writes one
 * batch while the next one fills.
 */
export class StagedBatch implements Batch {
  private pending = new Documents();
  private readonly staged: BatchWrite[] = [];
  /** The staged ones by id, made where one is asked for. */
  private stagedById: Documents | undefined;
  /** What the store has still to write, oldest first. */
  private readonly handed: HandedBatch[] = [];
  private flushAfterEvent = false;

  /** `lastWritten` is where the model's checkpoint stands. */
  constructor(
    private readonly model: ReadModel,
    private lastWritten: Position = START,
  ) {}

  /** Documents that earlier events left to write. */
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

  /** The event is applied: its writes join the others. True where it asked for a flush, which is then due. */
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
   * Hands what is pending to the store, and the checkpoint to write after it. It waits only where the store is too far behind.
   * @throws where an earlier batch could not be written: then nothing more is
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
