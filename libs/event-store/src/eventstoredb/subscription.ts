import { BackOff } from '#concurrency';
import type { RecordedEvent } from '../event';
import type { EventsHandler, SubscribeOptions, Subscription } from '../port';
import type { Timeouts } from './calls';
import type { Connection } from './connection';
import { failureOf, isPassing } from './failures';
import type { Feed, FeedPage } from './feed';
import { resumeAfter, type Resume } from './position';
import type { ServerRecord } from './record';

/** The most events in one page, and the most events buffered. */
const PAGE = 500;

export interface Source {
  readonly connection: Connection;
  readonly timeouts: Timeouts;
  readonly host: string;
  /** The facts among the records, upcast. */
  readonly decode: (records: readonly ServerRecord[]) => RecordedEvent[];
}

/**
 * Follows all events until it is stopped. A feed that ends with a passing failure is replaced by a new feed, which
 * continues after the last page that was handled. One page is handled at a time.
 */
export class FollowingSubscription implements Subscription {
  private readonly stopping = new AbortController();
  private readonly backOff: BackOff;
  private readonly ended: Promise<void>;
  private after: Resume | undefined;
  private atHead = false;

  /** @throws CodedError `invalid-position` */
  constructor(
    private readonly source: Source,
    private readonly options: SubscribeOptions,
    private readonly handler: EventsHandler,
  ) {
    this.backOff = new BackOff(source.timeouts);
    this.after = resumeAfter(options.after);
    this.ended = this.run();
  }

  stop(): Promise<void> {
    this.stopping.abort();
    return this.ended;
  }

  private async run(): Promise<void> {
    try {
      while (!this.stopping.signal.aborted) await this.follow();
    } catch (error) {
      this.stopping.abort();
      this.options.onError?.(error);
    }
  }

  /**
   * Follows one feed to its end.
   * @throws errors that another try would not cure: those of the handler, and refusals of the server
   */
  private async follow(): Promise<void> {
    const { connection, timeouts } = this.source;
    const { types } = this.options;
    const feed = connection.feed({ after: this.after, types, buffer: PAGE, silence: timeouts.callTimeout });
    const close = (): void => feed.close();
    this.stopping.signal.addEventListener('abort', close);
    try {
      for (;;) {
        const page = await this.nextOf(feed);
        if (!page || this.stopping.signal.aborted) break;
        this.backOff.reset();
        await this.handle(this.source.decode(page.records));
        this.after = page.reached ?? this.after;
        if (feed.isDrained) this.reachHead();
      }
    } finally {
      this.stopping.signal.removeEventListener('abort', close);
      feed.close();
    }
    await this.backOff.wait(this.stopping.signal);
  }

  /** The next page; undefined where the feed has ended and a new feed may succeed. */
  private async nextOf(feed: Feed): Promise<FeedPage | undefined> {
    try {
      return await feed.next(PAGE);
    } catch (error) {
      if (this.stopping.signal.aborted || isPassing(error)) return undefined;
      throw failureOf(error, this.source.host);
    }
  }

  private async handle(events: RecordedEvent[]): Promise<void> {
    if (events.length === 0) return;
    this.atHead = false;
    await this.handler(events);
  }

  private reachHead(): void {
    if (this.atHead || this.stopping.signal.aborted) return;
    this.atHead = true;
    this.options.onCaughtUp?.();
  }
}
