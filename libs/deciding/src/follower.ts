import { isAtomic, START, type EventStore, type Position, type RecordedEvent } from '#event-store';

const PAGE = 1_000;
/** A pushed event comes within milliseconds; beyond this, the store is asked. */
const PUSHED_WITHIN_MS = 1_000;

/** What some events say, kept in memory. */
export interface Fold {
  readonly types: readonly string[];
  apply(event: RecordedEvent): void;
}

/** Keeps a fold up to date with the history. */
export interface Follower {
  /** Resolves once the fold can be decided on. It may lack what other processes recorded a moment ago. */
  ready(): Promise<void>;
  /** Resolves once everything recorded before this call is known. */
  reachHead(): Promise<void>;
  /** Resolves once everything recorded up to the position is known: that of an event of the fold's types, or of the witnesses'. */
  reach(position: Position): Promise<void>;
}

/**
 * Follows by reading where the store is a file of this process, which costs microseconds; else by a subscription, so that a command
 * need not ask the server before it decides, nor after it wrote.
 * @param witnesses types of the events that `reach` is asked for: the subscription brings them too, and the fold takes none of them
 */
export function followerOf(store: EventStore, fold: Fold, witnesses: readonly string[]): Follower {
  return isAtomic(store) ? new ReadingFollower(store, fold) : new SubscribedFollower(store, fold, witnesses);
}

/** How far a fold has come. */
class Progress {
  position: Position = START;
  private readonly types: ReadonlySet<string>;

  constructor(private readonly fold: Fold) {
    this.types = new Set(fold.types);
  }

  /** Events that come twice, read and pushed, are taken once. */
  take(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      if (event.position <= this.position) continue;
      if (this.types.has(event.type)) this.fold.apply(event);
      this.position = event.position;
    }
  }

  async readToHead(store: EventStore): Promise<void> {
    const head = await store.head();
    if (!head || head.position <= this.position) return;
    const { types } = this.fold;
    for (let full = true; full;) {
      const page = await store.readAll({ from: this.position, types, maxCount: PAGE });
      this.take(page);
      full = page.length === PAGE;
    }
    // What was there before the last page was read is known, of these types or not.
    if (this.position < head.position) this.position = head.position;
  }
}

/** Reads what was recorded since, once for all who ask in the same turn of the event loop. */
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

  /** Who asks until the reading begins shares it; who asks later has the next one. */
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
  readonly arrived: () => void;
}

/** Has the events pushed. A subscription that is cut is opened again by the store. */
class SubscribedFollower implements Follower {
  private readonly progress: Progress;
  private started: Promise<void> | undefined;
  private reading: Promise<void> = Promise.resolve();
  private waiters: readonly Waiter[] = [];

  constructor(
    private readonly store: EventStore,
    private readonly fold: Fold,
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
    if (this.progress.position >= position) return;
    if (!(await this.pushed(position))) await this.readToHead();
  }

  private async start(): Promise<void> {
    await this.readToHead();
    this.store.subscribe(
      {
        after: this.progress.position,
        types: [...this.fold.types, ...this.witnesses],
        onError: () => (this.started = undefined),
      },
      async (events) => {
        this.progress.take(events);
        this.wake();
      },
    );
  }

  /** One after the other: a page that comes late must not take the fold back. */
  private readToHead(): Promise<void> {
    const reading = this.reading.then(() => this.progress.readToHead(this.store));
    this.reading = reading.catch(() => undefined);
    return reading;
  }

  /** False where the position was not pushed in time. */
  private pushed(position: Position): Promise<boolean> {
    return new Promise((resolve) => {
      const waiter: Waiter = { position, arrived: () => settle(true) };
      const timer = setTimeout(() => settle(false), PUSHED_WITHIN_MS);
      const settle = (arrived: boolean): void => {
        clearTimeout(timer);
        this.waiters = this.waiters.filter((one) => one !== waiter);
        resolve(arrived);
      };
      this.waiters = [...this.waiters, waiter];
    });
  }

  private wake(): void {
    for (const { position, arrived } of this.waiters) if (position <= this.progress.position) arrived();
  }
}
