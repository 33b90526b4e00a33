import { sleep, TimeSlice } from '#concurrency';
import type { StoredLink } from './chain-links';
import { linkAfter, NO_LINK } from './chain-step';
import type { EventStoreDb } from './store';

/** Events that one link covers at most. */
const EVENTS_PER_LINK = 1_000;
const INTERVAL_MS = 10_000;

export interface ChainWriterOptions {
  /** Asked before each link: whoever holds the lease writes. Two writers would not fork the chain, only work twice. */
  readonly mayWrite?: () => boolean | Promise<boolean>;
  /** An interval that failed; the next one tries again. */
  readonly onError?: (error: unknown) => void;
  /** Milliseconds that an event stays out of the chain at most, while nothing fails. */
  readonly interval?: number;
}

/** Extends the chain of a store: reads all events in their order and writes a link after every 1 000, or after 10 s. */
export class ChainWriter {
  /** Where the chain ends, as far as this writer knows; undefined where it must look. */
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

  /** Resolves once nothing is being written. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
    this.loop = undefined;
  }

  /**
   * Chains what is not chained yet, up to the head.
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

  /** @returns how many events it covers: fewer than a full link where the head is reached */
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
