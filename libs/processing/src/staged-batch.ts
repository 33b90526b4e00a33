import type { Position } from '#event-store';
import type { Checkpoint, DocumentWrite, ReadModel } from '#read-store';
import type { Batch } from './projection';

/** Documents by collection and id; the newest of each. */
class Documents {
  private readonly collections = new Map<string, Map<string, DocumentWrite>>();
  size = 0;

  get(collection: string, id: string): DocumentWrite | undefined {
    return this.collections.get(collection)?.get(id);
  }

  put(write: DocumentWrite): void {
    let documents = this.collections.get(write.collection);
    if (!documents) this.collections.set(write.collection, (documents = new Map<string, DocumentWrite>()));
    const before = documents.size;
    documents.set(write.id, write);
    this.size += documents.size - before;
  }

  forEach(visit: (write: DocumentWrite) => void): void {
    for (const documents of this.collections.values()) documents.forEach(visit);
  }

  clear(): void {
    for (const documents of this.collections.values()) documents.clear();
    this.size = 0;
  }
}

/** What events have written since the last commit, the event being applied apart: a refused one leaves nothing. */
export class StagedBatch implements Batch {
  private readonly pending = new Documents();
  private readonly staged: DocumentWrite[] = [];
  /** The staged ones by id, made where one is asked for. */
  private stagedById: Documents | undefined;
  private flushAfterEvent = false;

  constructor(private readonly model: ReadModel) {}

  /** Documents that earlier events left to write. */
  get size(): number {
    return this.pending.size;
  }

  async get<Body>(collection: string, id: string): Promise<{ position: Position; body: Body } | null> {
    const write = this.stagedOne(collection, id) ?? this.pending.get(collection, id);
    if (write) return { position: write.position, body: write.body as Body };
    return this.model.get<Body>(collection, id);
  }

  put<Body>(write: DocumentWrite<Body>): void {
    this.staged.push(write as DocumentWrite);
    this.stagedById?.put(write as DocumentWrite);
  }

  async flush(): Promise<void> {
    this.flushAfterEvent ||= this.staged.length > 0;
    if (this.pending.size > 0) await this.commit(null);
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

  /** Writes what is pending, then the checkpoint. */
  async commit(checkpoint: Checkpoint | null): Promise<void> {
    const documents: DocumentWrite[] = [];
    this.pending.forEach((write) => documents.push(write));
    await this.model.commit(documents, checkpoint);
    this.pending.clear();
  }

  private stagedOne(collection: string, id: string): DocumentWrite | undefined {
    if (this.staged.length === 0) return undefined;
    if (!this.stagedById) {
      this.stagedById = new Documents();
      for (const write of this.staged) this.stagedById.put(write);
    }
    return this.stagedById.get(collection, id);
  }
}
