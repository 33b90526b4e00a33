import { START, type Position, type RecordedEvent } from '#event-store';
import { isCodedError } from '#kernel';
import type { Checkpoint, DocumentWrite, ReadModel } from '#read-store';
import { madeNow, type Batch, type BatchWrite, type Projection } from '../projection';

type Writes = Map<string, BatchWrite>;

/**
 * What was put since the last commit. Reads see it before what the store holds. The writes of the event being applied are kept apart
 * until it is applied.
 */
export class TestBatch implements Batch {
  private readonly pending: Writes = new Map();
  private readonly staged: Writes = new Map();
  private flushAfterEvent = false;
  written = START;

  constructor(private readonly model: ReadModel) {}

  async get<Body>(collection: string, id: string): Promise<{ position: Position; body: Body } | null> {
    const key = `${collection} ${id}`;
    const write = this.staged.get(key) ?? this.pending.get(key);
    return write ? (madeNow(write) as DocumentWrite<Body>) : this.model.get<Body>(collection, id);
  }

  put<Body>(write: BatchWrite<Body>): void {
    this.staged.set(`${write.collection} ${write.id}`, write as BatchWrite);
  }

  async flush(): Promise<void> {
    this.flushAfterEvent ||= this.staged.size > 0;
    await this.store(() => true, null);
  }

  /** The event is applied: its writes join the others. */
  async settle(): Promise<void> {
    for (const [key, write] of this.staged) this.pending.set(key, write);
    this.staged.clear();
    if (this.flushAfterEvent) await this.store(() => true, null);
    this.flushAfterEvent = false;
  }

  /** Stores only the documents that the test lets through, as a crash in the middle of a commit would. */
  async crash(survives: (index: number) => boolean): Promise<void> {
    await this.store(survives, null);
  }

  async commit(storeId: string, position: Position): Promise<void> {
    await this.store(() => true, { storeId, position });
    this.written = position;
  }

  private async store(keeps: (index: number) => boolean, checkpoint: Checkpoint | null): Promise<void> {
    await this.model.commit([...this.pending.values()].filter((_, index) => keeps(index)).map(madeNow), checkpoint);
    this.pending.clear();
  }
}

export interface Applying {
  readonly batchSize?: number;
  /** Runs after each event that was applied. */
  readonly after?: (batch: TestBatch) => Promise<void>;
}

/** Applies events in batches and moves the checkpoint. Gives the error code of each event that could not be applied. */
export async function applyEvents(
  projection: Projection,
  model: ReadModel,
  events: readonly RecordedEvent[],
  options: Applying = {},
): Promise<string[]> {
  const run = projection.start(model);
  const parked: string[] = [];
  const { batchSize = 100 } = options;
  for (let at = 0; at < events.length; at += batchSize) {
    const batch = new TestBatch(model);
    const slice = events.slice(at, at + batchSize);
    for (const event of slice) {
      if (!projection.types.includes(event.type)) continue;
      try {
        await run.apply(event, batch);
      } catch (error) {
        if (!isCodedError(error)) throw error;
        parked.push(error.code);
      }
      await batch.settle();
      await options.after?.(batch);
    }
    await batch.commit('test', slice.at(-1)!.position);
  }
  return parked;
}
