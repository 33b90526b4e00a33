import { sleep, TimeSlice } from '#concurrency';
import { linkAfter, NO_LINK, type StoredLink } from './chain-links';
import type { EventStoreDb } from './store';

/** The most events that one link covers. */
const EVENTS_PER_LINK = 1_000;
const INTERVAL_MS = 10_000;

export interface ChainWriterOptions {
  /**
   * Called before each link: only the holder of the lease writes. A second writer could not fork the chain, it would
   * only do the work twice.
   */
  readonly mayWrite?: () => boolean | Promise<boolean>;
  /** Called when an interval failed; the next interval tries again. */
  readonly onError?: (error: unknown) => void;
  /** The longest time that an event stays out of the chain, in milliseconds, while nothing fails. */
  readonly interval?: number;
}

/**
 * Extends the chain of a store: reads all events in their order and writes a link after every 1 000 events, or after 10
 * s.
 */
export class ChainWriter {
  /** The end of the chain as this writer knows it; undefined where it must be read. */
  private last: StoredLink | null | undefined;
  private loop: Promise<void> | undefined;
  private stopping = new AbortController();

  constructor(
    private readonly store: EventStoreDb,
    private readonly options: ChainWriterOptions = {},
  ) {}

  /** Extends at every interval until `stop`. */
  start(): void {
    if (this.loop) return;
    this.stopping = new AbortController();
    this.loop = this.run(this.stopping.signal);
  }

  /** Resolves once the writing has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
    this.loop = undefined;
  }

  /**
   * Chains all events that are not chained yet, up to the head.
   * @returns how many events this call chained
   */
  extendOnce(): Promise<number> {
    return this.extend(() => true);
  }

  private async extend(goesOn: () => boolean): Promise<number> {
    let chained = 0;
    while (goesOn() && (await this.mayWrite())) {
      const added = await this.addLink();
      chained += added;
      if (added < EVENTS_PER_LINK) break;
    }
    return chained;
  }

  /** @returns the number of events that the link covers: fewer than a full link where the head is reached */
  private async addLink(): Promise<number> {
    for (;;) {
      const previous = (this.last ??= await this.store.links.last());
      const events = await this.store.log.all({ from: previous?.upTo, maxCount: EVENTS_PER_LINK });
      if (events.length === 0) return 0;
      const slice = new TimeSlice();
      let link = previous ?? NO_LINK;
      for (const event of events) {
        link = linkAfter(link, event);
        if (slice.isOver()) await slice.yield();
      }
      const stored = await this.store.links.add(link, previous);
      this.last = stored ?? undefined;
      if (stored) return events.length;
    }
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.extend(() => !signal.aborted);
      } catch (error) {
        this.last = undefined;
        this.options.onError?.(error);
      }
      await sleep(this.options.interval ?? INTERVAL_MS, signal);
    }
  }

  private async mayWrite(): Promise<boolean> {
    return (await this.options.mayWrite?.()) ?? true;
  }
}
