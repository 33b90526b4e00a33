import type { Position, RecordedEvent } from '#event-store';
import { isCodedError } from '#kernel';
import type { Batch, ProjectionRun } from '#processing';
import type { DocumentWrite, ReadModel } from '#read-store';
import { complianceProjection } from '../projections/compliance-projection';

/** What has been put since the last commit, over what the store holds. */
export class TestBatch implements Batch {
  private pending = new Map<string, DocumentWrite>();

  constructor(private readonly model: ReadModel) {}

  async get<Body>(collection: string, id: string): Promise<{ position: Position; body: Body } | null> {
    const pending = this.pending.get(`${collection} ${id}`) as DocumentWrite<Body> | undefined;
    return pending ?? this.model.get<Body>(collection, id);
  }

  put<Body>(write: DocumentWrite<Body>): void {
    this.pending.set(`${write.collection} ${write.id}`, write as DocumentWrite);
  }

  async flush(): Promise<void> {
    await this.model.commit([...this.pending.values()], null);
    this.pending = new Map();
  }

  /** Stores only the documents that the test lets through, as a crash in the middle of a commit would. */
  async crash(survives: (index: number) => boolean): Promise<void> {
    await this.model.commit(
      [...this.pending.values()].filter((_, index) => survives(index)),
      null,
    );
    this.pending = new Map();
  }

  async commit(storeId: string, position: Position): Promise<void> {
    await this.model.commit([...this.pending.values()], { storeId, position });
    this.pending = new Map();
  }
}

export interface Applying {
  readonly batchSize?: number;
  /** Runs after each event that was applied. */
  readonly after?: (batch: TestBatch) => Promise<void>;
}

/** Applies events in batches and moves the checkpoint; gives the codes of those that could not be applied. */
export async function applyEvents(
  model: ReadModel,
  events: readonly RecordedEvent[],
  options: Applying = {},
): Promise<string[]> {
  const run: ProjectionRun = complianceProjection.start(model);
  const parked: string[] = [];
  const { batchSize = 100 } = options;
  for (let at = 0; at < events.length; at += batchSize) {
    const batch = new TestBatch(model);
    const slice = events.slice(at, at + batchSize);
    for (const event of slice) {
      if (!complianceProjection.types.includes(event.type)) continue;
      await run.apply(event, batch).catch((error: unknown) => {
        if (!isCodedError(error)) throw error;
        parked.push(error.code);
      });
      await options.after?.(batch);
    }
    await batch.commit('test', slice.at(-1)!.position);
  }
  return parked;
}
