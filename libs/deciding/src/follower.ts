import { sleep } from '#concurrency';
import { isAtomic, START, type EventStore, type Position, type RecordedEvent } from '#event-store';

const PAGE = 1_000;
/** The store pushes an event within milliseconds. After this time, the follower reads it instead. */
const PUSHED_WITHIN_MS = 1_000;

/** A fold of some event types, kept in memory. */
export interface Fold {
  readonly types: readonly string[];
  /** Types that are only followed: of these, an event recorded before the follower began is not read. */
  readonly followedTypes?: readonly string[];
  /** Called once, before anything is decided: every event of a followed type after this position is applied. */
  begin?(position: Position): void;
  apply(event: RecordedEvent): void;
}

/** Keeps a fold up to date with the history. */
export interface Follower {
  /** Resolves once decisions can use the fold. It may lack events that other processes recorded a moment ago. */
  ready(): Promise<void>;
  /** Resolves once the fold has every event that was recorded before this call. */
  reachHead(): Promise<void>;
  /** Resolves once the fold has every event up to the position, which must be that of an event of the fold's types or of `witnesses`. */
  reach(position: Position): Promise<void>;
}

/**
 * A store that is a file of this process is read at each call, which costs microseconds. Any other store is followed by a subscription,
 * so that a command asks the server neither before its decision nor after its append.
 * @param witnesses further event types that `reach` may be called for: the subscription delivers them, and the fold ignores them
 */
export function followerOf(store: EventStore, fold: Fold, witnesses: readonly string[]): Follower {
  return isAtomic(store) ? new ReadingFollower(store, fold) : new SubscribedFollower(store, fold, witnesses);
}

/** The position up to which a fold is complete. */
class Progress {
  position: Position = START;
  /** The types that are pushed to the fold. */
  readonly pushed: readonly string[];
  private readonly types: ReadonlySet<string>;
  private hasBegun = false;

  constructor(private readonly fold: Fold) {
    this.types = new Set([...fold.types, ...(fold.followedTypes ?? [])]);
    this.pushed = [...this.types];
  }

  /** An event that is both read and pushed is applied once. */
  take(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      if (event.position <= this.position) continue;
      if (this.types.has(event.type)) this.fold.apply(event);
      this.position = event.position;
    }
  }

  /**
   * Reads the next events of all types. There are rarely many since the last call, so that one read gives both the new events and the
   * end of the history.
   */
  async readNewest(store: EventStore): Promise<void> {
    if (!this.hasBegun) return this.readToHead(store);
    const page = await store.readAll({ from: this.position, maxCount: PAGE });
    this.take(page);
    if (page.length === PAGE) await this.readToHead(store);
  }

  async readToHead(store: EventStore): Promise<void> {
    const head = await store.head();
    if (head && head.position > this.position) {
      const types = this.hasBegun ? this.pushed : this.fold.types;
      for (let full = true; full;) {
        const page = await store.readAll({ from: this.position, types, maxCount: PAGE });
        this.take(page);
        full = page.length === PAGE;
      }
      // All that stood before the last page is known now, whatever its type.
      if (this.position < head.position) this.position = head.position;
    }
    this.begin();
  }

  private begin(): void {
    if (this.hasBegun) return;
    this.hasBegun = true;
    this.fold.begin?.(this.position);
  }
}

/** Reads the new events. Calls in the same turn of the event loop share one reading. */
class ReadingFollower implements Follower {
  private readonly progress: Progress;
  private next: Promise<void> | undefined;
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    fold: Fold,
  ) {
    this.progress = new Progress(fold);
  }

  ready(): Promise<void> {
    return this.reachHead();
  }

  reachHead(): Promise<void> {
    this.next ??= this.readNext();
    return this.next;
  }

  async reach(position: Position): Promise<void> {
    if (this.progress.position < position) await this.reachHead();
  }

  /** Calls before the reading begins share it; later calls share the next one. */
  private async readNext(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.next = undefined;
    const reading = this.reading.then(() => this.progress.readToHead(this.store));
    this.reading = reading.catch(() => undefined);
    await reading;
  }
}

interface Waiter {
  readonly position: Position;
  readonly arrival: AbortController;
}

/** Receives the events from a subscription. The store opens a broken subscription again. */
class SubscribedFollower implements Follower {
  private readonly progress: Progress;
  private started: Promise<void> | undefined;
  private reading: Promise<void> = Promise.resolve();
  private waiting: readonly Waiter[] = [];

  constructor(
    private readonly store: EventStore,
    fold: Fold,
    private readonly witnesses: readonly string[],
  ) {
    this.progress = new Progress(fold);
  }

  ready(): Promise<void> {
    this.started ??= this.start().catch((error: unknown) => {
      this.started = undefined;
      throw error;
    });
    return this.started;
  }

  async reachHead(): Promise<void> {
    await this.ready();
    await this.readToHead();
  }

  async reach(position: Position): Promise<void> {
    await this.ready();
    if (this.progress.position < position) await this.pushed(position);
    if (this.progress.position < position) await this.readToHead();
  }

  private async start(): Promise<void> {
    await this.readToHead();
    this.store.subscribe(
      {
        after: this.progress.position,
        types: [...this.progress.pushed, ...this.witnesses],
        onError: () => (this.started = undefined),
      },
      async (events) => {
        this.progress.take(events);
        this.wake();
      },
    );
  }

  /** Pages are applied one after the other: a late page must not take the fold back. */
  private readToHead(): Promise<void> {
    const reading = this.reading.then(() => this.progress.readNewest(this.store));
    this.reading = reading.catch(() => undefined);
    return reading;
  }

  /** Waits until the subscription delivers the position, but not longer than it usually takes. */
  private pushed(position: Position): Promise<void> {
    const arrival = new AbortController();
    this.waiting = [...this.waiting, { position, arrival }];
    return sleep(PUSHED_WITHIN_MS, arrival.signal);
  }

  private wake(): void {
    const { position: reached } = this.progress;
    const arrived = this.waiting.filter(({ position }) => position <= reached);
    this.waiting = this.waiting.filter(({ position }) => position > reached);
    for (const { arrival } of arrived) arrival.abort();
  }
}
