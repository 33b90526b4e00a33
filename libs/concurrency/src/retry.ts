import { sleep } from './sleep';

/** Milliseconds between two tries: doubled each time, up to the longest. */
export interface Delays {
  readonly firstDelay: number;
  readonly longestDelay: number;
}

/** Delays that grow while nothing works. Half of each is random: many clients must not come back together. */
export class BackOff {
  private delay: number;

  constructor(private readonly delays: Delays) {
    this.delay = delays.firstDelay;
  }

  /** Something worked: the next delay is the first again. */
  reset(): void {
    this.delay = this.delays.firstDelay;
  }

  next(): number {
    const delay = this.delay * (0.5 + Math.random() / 2);
    this.delay = Math.min(this.delay * 2, this.delays.longestDelay);
    return delay;
  }

  /** Waits for the next delay, at most until the signal. */
  wait(signal?: AbortSignal): Promise<void> {
    return sleep(this.next(), signal);
  }
}

export interface RetryOptions extends Delays {
  /** Whether what failed may work by itself a little later. */
  readonly isPassing: (error: unknown) => boolean;
  /** Milliseconds after which a try that fails is the last. */
  readonly giveUpAfter: number;
  /** Once it is aborted, a try that fails is the last. */
  readonly signal?: AbortSignal;
  /** Called before each wait, with the number of tries made. */
  readonly onFailure?: (tries: number) => void;
}

/** Makes an attempt again and again while what fails may pass by itself. @throws what the last one threw */
export async function retry<Result>(attempt: () => Promise<Result> | Result, options: RetryOptions): Promise<Result> {
  const { isPassing, giveUpAfter, signal, onFailure } = options;
  const lastTryAt = performance.now() + giveUpAfter;
  const backOff = new BackOff(options);
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error) || signal?.aborted || performance.now() >= lastTryAt) throw error;
    }
    onFailure?.(tries);
    await backOff.wait(signal);
  }
}
