import { retry, Semaphore, type Delays } from '#concurrency';
import { storeClosed } from '../errors';
import { failureOf, isPassing } from './failures';

/** How long the adapter waits for a server, in milliseconds. */
export interface Timeouts extends Delays {
  /** Of one call, without a sign of life. */
  readonly callTimeout: number;
  /** After which a call is not tried again. Subscriptions always are. */
  readonly giveUpAfter: number;
}

export const TIMEOUTS: Timeouts = { callTimeout: 10_000, firstDelay: 50, longestDelay: 5_000, giveUpAfter: 30_000 };

/** Under way at once: a connection carries a hundred calls, and subscriptions need some of them. */
const MOST_AT_ONCE = 64;

/** Makes calls, a bounded number at once, each again and again while what fails may pass by itself. */
export class Calls {
  private readonly hurrying = new AbortController();
  private readonly places = new Semaphore(MOST_AT_ONCE);
  private closed = false;

  constructor(
    private readonly host: string,
    private readonly timeouts: Timeouts,
  ) {}

  /** Aborted once no failed call is made again. */
  get signal(): AbortSignal {
    return this.hurrying.signal;
  }

  /**
   * @param attempt one call; it may be made several times, also where an earlier one did its work and the answer was lost
   * @throws CodedError `store-unreachable` once it is given up, `store-access-denied`, `batch-too-large`, `store-refused`,
   * `store-closed`
   */
  run<Result>(attempt: () => Promise<Result>): Promise<Result> {
    // The wait for a place counts as well.
    const giveUpAt = performance.now() + this.timeouts.giveUpAfter;
    return this.places.runExclusive(() => this.persist(attempt, giveUpAt - performance.now()));
  }

  /** What is under way is finished, but what fails is not tried again. */
  hurry(): void {
    this.hurrying.abort();
  }

  /** Refuses what comes from now on. */
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
