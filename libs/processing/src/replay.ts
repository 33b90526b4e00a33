import { TimeSlice } from '#concurrency';
import { readsClear, type ClearEvent, type EventStore, type Position, type RecordedEvent } from '#event-store';
import { CodedError } from '#kernel';
import type { Checkpoint, ReadModel } from '#read-store';
import type { PageOfEvents, ProjectionObserver } from './observer';
import { parkedDocument } from './parked';
import { OutOfStep, type Projection, type ProjectionRun } from './projection';
import { StagedBatch } from './staged-batch';
import { WatchedModel } from './watched-model';

/** Large enough that a document that changes often is written once, small enough to lose little work. */
const DOCUMENTS_PER_COMMIT = 8_000;
const EVENTS_PER_PAGE = 250;

export interface ReplayOptions {
  readonly projection: Projection;
  readonly model: ReadModel;
  readonly events: EventStore;
  /** The position of the model's checkpoint. */
  readonly from: Position;
  /** True: an event that cannot be applied stops the replay, instead of being parked. */
  readonly strict: boolean;
  readonly documentsPerCommit?: number | undefined;
  readonly observer?: ProjectionObserver | undefined;
}

/** Applies events in order to one generation of a projection's model. After an error it must not be used again: open another. */
export class Replay {
  strict: boolean;
  private readonly model: WatchedModel;
  private readonly batch: StagedBatch;
  private readonly slice = new TimeSlice();
  private readonly documentsPerCommit: number;
  private readonly observer: ProjectionObserver;
  private run: ProjectionRun;
  private applied: Position;

  constructor(private readonly options: ReplayOptions) {
    this.strict = options.strict;
    this.documentsPerCommit = options.documentsPerCommit ?? DOCUMENTS_PER_COMMIT;
    this.observer = options.observer ?? {};
    this.model = new WatchedModel(options.model);
    this.batch = new StagedBatch(this.model, options.from);
    this.run = options.projection.start(this.model);
    this.applied = options.from;
  }

  /** The generation that it writes. */
  get generation(): string {
    return this.model.generation;
  }

  /** The last position whose documents and checkpoint are written. */
  get committed(): Position {
    return this.batch.written;
  }

  /**
   * Applies all events up to the head, and moves the checkpoint to the head: events of other types count as read.
   * @throws CodedError `rebuild-stopped` when strict, and what `assertRunning` throws between two pages.
   */
  async readToHead(assertRunning: () => void): Promise<void> {
    const { events } = this.options;
    for (let atHead = false; !atHead;) {
      assertRunning();
      const head = await events.head();
      const page = await this.readPage();
      await this.observed({ live: false, events: page }, () => this.apply(page));
      atHead = page.length < EVENTS_PER_PAGE;
      if (atHead && head && head.position > this.applied) this.applied = head.position;
    }
    await this.commit();
  }

  /** Applies a page of events as they are recorded, and moves the checkpoint behind them. */
  async follow(page: readonly RecordedEvent[]): Promise<void> {
    await this.observed({ live: true, events: page }, async () => {
      await this.apply(page);
      await this.commit();
    });
  }

  /** Applies events, except those applied before. Hands documents to the store when enough are pending; `commit` writes the rest. */
  async apply(events: readonly ClearEvent[]): Promise<void> {
    for (const event of events) {
      if (event.position <= this.applied) continue;
      const waiting = this.applyOne(event);
      if (waiting) await waiting;
      this.applied = event.position;
      if (this.batch.size >= this.documentsPerCommit) await this.batch.hand(this.checkpoint);
      if (this.slice.isOver()) await this.slice.yield();
    }
  }

  /** Moves the checkpoint to the head where no event of the projection's types is left before it. */
  async skipToHead(): Promise<void> {
    const { events, projection } = this.options;
    const head = await events.head();
    if (!head || head.position <= this.applied) return;
    const next = await events.readAll({ from: this.applied, types: projection.types, maxCount: 1 });
    if (next.length > 0) return;
    this.applied = head.position;
    await this.commit();
  }

  /** Writes what is pending and the checkpoint. */
  async commit(): Promise<void> {
    await this.batch.whenWritten();
    if (this.committed === this.applied && this.batch.size === 0) return;
    await this.batch.commit(this.checkpoint);
    this.observer.checkpoint?.(this.options.projection.model.name);
  }

  private readPage(): Promise<readonly ClearEvent[]> {
    const { events, projection } = this.options;
    const options = { from: this.applied, types: projection.types, maxCount: EVENTS_PER_PAGE };
    return projection.clearOnly && readsClear(events) ? events.readAllClear(options) : events.readAll(options);
  }

  private observed(page: PageOfEvents, work: () => Promise<void>): Promise<void> {
    if (page.events.length === 0 || !this.observer.page) return work();
    return this.observer.page({ projection: this.options.projection.model.name, ...page }, work);
  }

  private get checkpoint(): Checkpoint {
    return { storeId: this.options.events.storeId, position: this.applied };
  }

  /** Returns a promise only where something must be awaited. */
  private applyOne(event: ClearEvent): Promise<void> | void {
    let waiting: Promise<void> | void;
    try {
      // The event is whole, unless the projection reads only the clear part.
      waiting = this.run.apply(event as RecordedEvent, this.batch);
    } catch (error) {
      return this.refuse(event, error);
    }
    if (waiting) return this.settled(event, waiting);
    if (this.batch.settle()) return this.batch.flush();
  }

  private async settled(event: ClearEvent, waiting: Promise<void>): Promise<void> {
    try {
      await waiting;
    } catch (error) {
      return this.refuse(event, error);
    }
    if (this.batch.settle()) await this.batch.flush();
  }

  /** Parks the event. The caches of the run may hold a part of its changes, so a fresh run goes on, once all writes are in the store. */
  private async refuse(event: ClearEvent, error: unknown): Promise<void> {
    this.batch.discard();
    if (this.model.failure !== undefined) throw this.model.failure;
    if (error instanceof OutOfStep) throw error;
    const { id, position, type } = event;
    if (this.strict)
      throw new CodedError(
        'rebuild-stopped',
        `event ${id} cannot be applied`,
        { event: id, position, type },
        { cause: error },
      );
    const parked = parkedDocument(event, error);
    this.batch.put(parked);
    this.batch.settle();
    await this.batch.flush();
    this.observer.parked?.(this.options.projection.model.name, parked.body);
    this.run = this.options.projection.start(this.model);
  }
}
