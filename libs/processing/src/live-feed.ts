import { BackOff } from '#concurrency';
import type { EventStore, Position, RecordedEvent, Subscription } from '#event-store';

const DELAYS = { firstDelay: 500, longestDelay: 30_000 };

export interface LiveFeedOptions {
  readonly events: EventStore;
  readonly types: readonly string[];
  /** Where to (re)start, asked each time: what was pending when the feed broke is read again. */
  readonly start: () => Promise<Position>;
  readonly handle: (events: readonly RecordedEvent[]) => Promise<void>;
  readonly caughtUp: () => void;
}

/** A subscription that is opened again from the checkpoint, later and later, when it breaks. */
export class LiveFeed {
  private subscription: Subscription | undefined;
  private timer: NodeJS.Timeout | undefined;
  private opening: Promise<void> = Promise.resolve();
  private readonly backOff = new BackOff(DELAYS);
  private stopped = false;
  /** Of the subscription that counts: what an older one still brings is refused. */
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

  /** Opens again after a while: what was pending is lost, the checkpoint is not. */
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
