import { retry, Semaphore, type Delays } from '#concurrency';
import { storeClosed } from '../errors';
import { failureOf, isPassing } from './failures';

/** How long the adapter waits for a server, in milliseconds. */
export interface Timeouts extends Delays {
  /** The longest silence during one call. */
  readonly callTimeout: number;
  /** A failed call is not tried again after this time. Subscriptions are always tried again. */
  readonly giveUpAfter: number;
}

export const TIMEOUTS: Timeouts = { callTimeout: 10_000, firstDelay: 50, longestDelay: 5_000, giveUpAfter: 30_000 };

/** The most calls at the same time: a connection carries a hundred calls, and subscriptions need some of them. */
const MOST_AT_ONCE = 64;

/** Makes calls, a bounded number at a time. A call whose failure may pass by itself is tried again. */
export class Calls {
  private readonly hurrying = new AbortController();
  private readonly places = new Semaphore(MOST_AT_ONCE);
  private closed = false;

  constructor(
    private readonly host: string,
    private readonly timeouts: Timeouts,
  ) {}

  /** Aborted once failed calls are no longer tried again. */
  get signal(): AbortSignal {
    return this.hurrying.signal;
  }

  /**
   * @param attempt one call; it may be made several times, even where an earlier call succeeded and its answer was lost
   * @throws CodedError `store-unreachable` when the time is over, `store-access-denied`, `batch-too-large`,
   * `store-refused`, `store-closed`
   */
  run<Result>(attempt: () => Promise<Result>): Promise<Result> {
    // The time includes the wait for a place.
    const giveUpAt = performance.now() + this.timeouts.giveUpAfter;
    return this.places.runExclusive(() => this.persist(attempt, giveUpAt - performance.now()));
  }

  /** Lets running calls end, but tries no failed call again. */
  hurry(): void {
    this.hurrying.abort();
  }

  /** Refuses all further calls. */
  close(): void {
    this.hurry();
    this.closed = true;
  }

  private async persist<Result>(attempt: () => Promise<Result>, giveUpAfter: number): Promise<Result> {
    const open = (): Promise<Result> => (this.closed ? Promise.reject(storeClosed()) : attempt());
    try {
      return await retry(open, { ...this.timeouts, giveUpAfter, isPassing, signal: this.signal });
    } catch (error) {
      throw failureOf(error, this.host);
    }
  }
}
