import { sleep } from '#concurrency';

/** Keeps pieces of work at least this many milliseconds apart, so that all that comes in between is done in one piece. */
export class Throttle {
  private waiting = new AbortController();

  constructor(private readonly milliseconds: number) {}

  /** Resolves once enough time has passed since `begun` (of `performance.now()`), or at `release`. */
  async wait(begun: number): Promise<void> {
    const left = begun + this.milliseconds - performance.now();
    if (left <= 0) return;
    this.waiting = new AbortController();
    await sleep(left, this.waiting.signal);
  }

  /** Ends the wait under way. */
  release(): void {
    this.waiting.abort();
  }
}
