import { storeClosed } from '../errors';
import { failureOf, isPassing } from './failures';
import { BackOff, type Patience } from './patience';

/** Under way at once: a connection carries a hundred calls, and subscriptions need some of them. */
const MOST_AT_ONCE = 64;

/** Makes calls, a bounded number at once, each again and again while what fails may pass by itself. */
export class Calls {
  private readonly impatience = new AbortController();
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private closed = false;

  constructor(
    private readonly host: string,
    private readonly patience: Patience,
  ) {}

  /** Aborted once no failed call is made again. */
  get signal(): AbortSignal {
    return this.impatience.signal;
  }

  /**
   * @param attempt one call; it may be made several times, also where an earlier one did its work and the answer was lost
   * @throws CodedError `store-unreachable` after the time of patience, `store-access-denied`, `batch-too-large`, `store-refused`,
   * `store-closed`
   */
  async run<Result>(attempt: () => Promise<Result>): Promise<Result> {
    const givenUpAt = performance.now() + this.patience.giveUpAfter;
    await this.enter();
    try {
      return await this.persist(attempt, givenUpAt);
    } finally {
      this.leave();
    }
  }

  /** What is under way is finished, but what fails is not tried again. */
  hurry(): void {
    this.impatience.abort();
  }

  /** Refuses what comes from now on. */
  close(): void {
    this.hurry();
    this.closed = true;
  }

  private async persist<Result>(attempt: () => Promise<Result>, givenUpAt: number): Promise<Result> {
    const backOff = new BackOff(this.patience);
    for (;;) {
      if (this.closed) throw storeClosed();
      try {
        return await attempt();
      } catch (error) {
        if (!isPassing(error) || this.signal.aborted || performance.now() >= givenUpAt)
          throw failureOf(error, this.host);
      }
      await backOff.wait(this.signal);
    }
  }

  private async enter(): Promise<void> {
    if (this.running >= MOST_AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
  }

  /** The place goes to the next one that waits. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
