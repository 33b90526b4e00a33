import { sleep } from '#concurrency';

/** Keeps pieces of work at least so many milliseconds apart, so that all that comes meanwhile is done in one. */
export class Throttle {
  private waiting = new AbortController();

  constructor(private readonly milliseconds: number) {}

  /** Resolves once work that began then (`performance.now()`) lies far enough back, or when it is released. */
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
