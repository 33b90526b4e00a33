import { once } from 'node:events';
import { Mutex } from '#concurrency';
import { START, type EventStore, type Position, type RecordedEvent } from '#event-store';
import { CodedError, isCodedError, type Clock } from '#kernel';
import type { ModelDefinition, ReadModel, ReadStore } from '#read-store';
import { LiveFeed } from './live-feed';
import type { ProjectionObserver } from './observer';
import { listParked, withParked, type ParkedEvent } from './parked';
import { OutOfStep, type Projection } from './projection';
import { Replay } from './replay';
import { projectionStatus, type ProjectionStatus } from './status';
import { Throttle } from './throttle';
import { Waiters } from './waiters';

/**
 * Pages begin at least this far apart while nobody waits for them. A commit writes each changed counter document whole, and a busy
 * service changes the same documents again and again.
 */
const INTERVAL_MS = 250;

export interface RunnerOptions {
  readonly projection: Projection;
  readonly eventStore: EventStore;
  readonly readStore: ReadStore;
  readonly clock: Clock;
  /** How many documents wait before they are written. */
  readonly documentsPerCommit?: number;
  readonly observer?: ProjectionObserver;
  /** False where other processes use the same read store: the generations that they build are not dropped. Default: true. */
  readonly alone?: boolean;
}

export interface RunnerStatus extends ProjectionStatus {
  /** The code of the error that last stopped it; null once it works again. It tries again by itself. */
  readonly failure: string | null;
}

/** Keeps one projection's documents up to date. Only one runner works on a projection at a time. */
export class ProjectionRunner {
  private readonly mutex = new Mutex();
  private readonly waiters = new Waiters();
  private readonly throttle = new Throttle(INTERVAL_MS);
  private readonly definition: ModelDefinition;
  /** Undefined until opened, and after an error: the next piece of work opens another from the checkpoint. */
  private replay: Replay | undefined;
  private feed: LiveFeed | undefined;
  private rebuilding: Promise<void> | undefined;
  private failure: string | null = null;
  private stopped = false;
  private paused = false;
  private opened = false;
  private outOfStep = false;

  constructor(private readonly options: RunnerOptions) {
    this.definition = withParked(options.projection.model);
  }

  get name(): string {
    return this.definition.name;
  }

  /** Applies every event up to the head. An event that cannot be applied is parked. */
  catchUp(): Promise<void> {
    return this.exclusively(async (replay) => {
      await this.readToHead(replay);
      await this.retireOtherVersions();
    });
  }

  /** Catches up, then follows the store as it grows, until `stop`. */
  async startLive(): Promise<void> {
    if (this.feed) return;
    await this.catchUp();
    this.feed = new LiveFeed({
      events: this.options.eventStore,
      types: this.options.projection.types,
      // A broken feed may have missed many events: they are read as the past is.
      start: () => this.exclusively((replay) => this.readToHead(replay)),
      handle: (page) => this.follow(page),
      caughtUp: () => this.skipToHead(),
    });
    await this.feed.open();
  }

  /**
   * Catches up, then follows the store until the signal is aborted. Ends after the page under way, and may be called again. Callers that
   * wait for a position get an error: nobody reads on for them, and a process that stops must not wait for its own callers.
   */
  async followUntil(signal: AbortSignal, caughtUp: () => void = () => undefined): Promise<void> {
    const pause = (): void => {
      this.paused = true;
      this.throttle.release();
      this.waiters.rejectAll(stoppedError(this.name));
    };
    signal.addEventListener('abort', pause, { once: true });
    try {
      if (signal.aborted) return;
      await this.startLive();
      caughtUp();
      if (!signal.aborted) await once(signal, 'abort');
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', pause);
      await this.feed?.stop();
      this.feed = undefined;
      await this.mutex.waitForUnlock();
      this.replay = undefined;
      this.paused = false;
    }
  }

  /** Ends after the work under way, and gives up a rebuild. Callers that wait for a position get an error. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.throttle.release();
    await this.feed?.stop();
    await this.rebuilding?.catch(() => undefined);
    await this.mutex.waitForUnlock();
    this.waiters.rejectAll(stoppedError(this.name));
  }

  /**
   * Resolves once readers see what the event at the position did. Where the runner does not follow the store, it catches up.
   * @throws CodedError `projection-stopped` where it stops first
   */
  async waitFor(position: Position): Promise<void> {
    if (this.replay && this.replay.committed >= position) return;
    this.assertRunning();
    if (!this.feed) return this.catchUp();
    const arrived = this.waiters.add(position);
    this.throttle.release();
    this.skipToHead();
    return arrived;
  }

  /**
   * Whether readers see what every event up to the position did, even where another process moves the projection. Events of other
   * types do not move the checkpoint: it may be before the position although nothing is missing.
   */
  async shows(position: Position): Promise<boolean> {
    const { eventStore, projection, readStore } = this.options;
    const checkpoint = await (await readStore.active(this.definition)).checkpoint();
    const from = checkpoint?.storeId === eventStore.storeId ? checkpoint.position : START;
    if (from >= position) return true;
    const [missing] = await eventStore.readAll({ from, types: projection.types, maxCount: 1 });
    return !missing || missing.position > position;
  }

  /**
   * Builds a fresh generation beside the one that readers see, and shows it to them once it has caught up. The old generation is kept
   * for those who still read it, until the store is next opened or the projection is rebuilt again.
   * @throws CodedError `rebuild-stopped` at the first event that cannot be applied, `rebuild-under-way`
   */
  async rebuild(): Promise<void> {
    if (this.rebuilding) throw new CodedError('rebuild-under-way', `${this.name} is being rebuilt`);
    this.rebuilding = this.buildBeside();
    try {
      await this.rebuilding;
    } finally {
      this.rebuilding = undefined;
    }
  }

  async status(): Promise<RunnerStatus> {
    const status = await projectionStatus(this.options.projection, this.options);
    return { ...status, rebuilding: status.rebuilding || this.rebuilding !== undefined, failure: this.failure };
  }

  /** The first events that it could not apply, in the order of the history. */
  async parked(limit = 100): Promise<readonly ParkedEvent[]> {
    return listParked(await this.options.readStore.active(this.definition), limit);
  }

  /** Counts events of other types as read. The status shows a failure, and the next page tries again. */
  private skipToHead(): void {
    this.exclusively((replay) => replay.skipToHead()).catch(() => undefined);
  }

  /** Makes this version the active one once it has caught up: nobody reads the versions before it any more. */
  private async retireOtherVersions(): Promise<void> {
    const { readStore } = this.options;
    const { version } = this.definition;
    const others = (await readStore.versions()).some(
      (one) => one.name === this.name && one.version !== version && one.active,
    );
    if (others) await readStore.activate(await readStore.active(this.definition));
  }

  private async buildBeside(): Promise<void> {
    const { readStore } = this.options;
    await this.exclusively(async () => readStore.dropInactive(this.name));
    const model = await readStore.beside(this.definition);
    const replay = this.replayOn(model, START, true);
    try {
      await this.readToHead(replay);
      await this.exclusively(async () => {
        await this.readToHead(replay);
        await readStore.activate(model);
        replay.strict = false;
        this.replay = replay;
      });
    } catch (error) {
      await readStore.dropInactive(this.name);
      throw error;
    }
  }

  private async follow(page: readonly RecordedEvent[]): Promise<void> {
    const begun = performance.now();
    await this.exclusively(async (replay) => {
      await replay.follow(page);
      this.waiters.reached(replay.committed);
      if (!this.waiters.isEmpty) await replay.skipToHead();
    });
    if (this.waiters.isEmpty && !this.stopped && !this.paused) await this.throttle.wait(begun);
  }

  /** One piece of work on the replay; after an error the next one starts again from the checkpoint. */
  private exclusively<T>(work: (replay: Replay) => Promise<T>): Promise<T> {
    return this.mutex.runExclusive(async () => {
      try {
        this.assertRunning();
        if (this.replay && !(await this.isActive(this.replay))) this.replay = undefined;
        this.replay ??= await this.open();
        const result = await work(this.replay);
        this.failure = null;
        this.waiters.reached(this.replay.committed);
        return result;
      } catch (error) {
        this.replay = undefined;
        this.outOfStep ||= error instanceof OutOfStep;
        this.failure = isCodedError(error) ? error.code : 'unexpected';
        throw error;
      }
    });
  }

  /**
   * Opens the active generation at its checkpoint, or clears it where its documents cannot be trusted. A checkpoint of another store or
   * beyond the head is from before a restore: its documents show another past. Documents without a checkpoint, or out of step with it,
   * are of unknown origin.
   */
  private async open(): Promise<Replay> {
    const { readStore, eventStore } = this.options;
    if (!this.opened && (this.options.alone ?? true)) await readStore.dropInactive(this.name);
    this.opened = true;
    const model = await readStore.active(this.definition);
    const checkpoint = await model.checkpoint();
    const head = (await eventStore.head())?.position ?? START;
    const valid = !this.outOfStep && checkpoint?.storeId === eventStore.storeId && checkpoint.position <= head;
    if (!valid) await model.clear();
    this.outOfStep = false;
    return this.replayOn(model, valid ? checkpoint.position : START, false);
  }

  /** False where another process has rebuilt the projection: readers no longer see the generation that this process writes. */
  private async isActive(replay: Replay): Promise<boolean> {
    if (this.options.alone ?? true) return true;
    return (await this.options.readStore.active(this.definition)).generation === replay.generation;
  }

  private async readToHead(replay: Replay): Promise<Position> {
    await replay.readToHead(() => this.assertRunning());
    return replay.committed;
  }

  private replayOn(model: ReadModel, from: Position, strict: boolean): Replay {
    const { projection, eventStore, documentsPerCommit, observer } = this.options;
    return new Replay({ projection, model, events: eventStore, from, strict, documentsPerCommit, observer });
  }

  private assertRunning(): void {
    if (this.stopped || this.paused) throw stoppedError(this.name);
  }
}

function stoppedError(name: string): CodedError {
  return new CodedError('projection-stopped', `${name} is stopped`);
}
