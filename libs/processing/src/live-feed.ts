import { BackOff } from '#concurrency';
import type { EventStore, Position, RecordedEvent, Subscription } from '#event-store';

const DELAYS = { firstDelay: 500, longestDelay: 30_000 };

export interface LiveFeedOptions {
  readonly events: EventStore;
  readonly types: readonly string[];
  /** Where to start, asked each time the feed opens: events that were pending when it broke are read again. */
  readonly start: () => Promise<Position>;
  readonly handle: (events: readonly RecordedEvent[]) => Promise<void>;
  readonly caughtUp: () => void;
}

/** A subscription. When it breaks, it is opened again from the checkpoint, with a growing delay. */
export class LiveFeed {
  private subscription: Subscription | undefined;
  private timer: NodeJS.Timeout | undefined;
  private opening: Promise<void> = Promise.resolve();
  private readonly backOff = new BackOff(DELAYS);
  private stopped = false;
  /** The number of the subscription in use: the pages of an older one are refused. */
  private epoch = 0;

  constructor(private readonly options: LiveFeedOptions) {}

  async open(): Promise<void> {
    const { events, types, start, handle, caughtUp } = this.options;
    const after = await start();
    if (this.stopped) return;
    const epoch = ++this.epoch;
    this.subscription = events.subscribe(
      {
        after,
        types,
        onCaughtUp: caughtUp,
        onError: () => this.broke(epoch),
      },
      async (page) => {
        if (epoch !== this.epoch) throw new Error('this subscription was replaced');
        await handle(page);
        this.backOff.reset();
      },
    );
  }

  /** Ends after the page under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.opening;
    await this.subscription?.stop();
  }

  /** Opens again after a delay. Pending events are dropped, and read again from the checkpoint. */
  private broke(epoch: number): void {
    if (this.stopped || epoch !== this.epoch) return;
    this.epoch++;
    void this.subscription?.stop();
    this.subscription = undefined;
    this.timer = setTimeout(() => this.reopen(), this.backOff.next());
  }

  private reopen(): void {
    const epoch = this.epoch;
    this.opening = this.open().catch(() => this.broke(epoch));
  }
}
