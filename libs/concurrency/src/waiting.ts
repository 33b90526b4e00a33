import { setImmediate as nextImmediate } from 'node:timers/promises';

/** The source of delays, as `Clock` is the source of the time. */
export interface Timers {
  /** Calls `run` once after the given time. The returned function cancels the call. */
  after(milliseconds: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Resolves after the given time, or as soon as the signal is aborted. */
export function sleep(milliseconds: number, signal?: AbortSignal, timers: Timers = systemTimers): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      cancel();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const cancel = timers.after(milliseconds, end);
    signal?.addEventListener('abort', end);
  });
}

/** Lets all other ready work run first. */
export function yieldToEventLoop(): Promise<void> {
  return nextImmediate();
}

/** The delays between two tries, in milliseconds: doubled each time, up to the longest. */
export interface Delays {
  readonly firstDelay: number;
  readonly longestDelay: number;
  /** Nothing is random: set where no other client could come back at the same time. */
  readonly exact?: true;
}

/** Delays that grow with each failure. Half of each delay is random, so that many clients do not come back at the same time. */
export class BackOff {
  private delay: number;

  constructor(private readonly delays: Delays) {
    this.delay = delays.firstDelay;
  }

  /** To be called after a success: the next delay is the first one again. */
  reset(): void {
    this.delay = this.delays.firstDelay;
  }

  next(): number {
    const delay = this.delay * (this.delays.exact ? 1 : 0.5 + Math.random() / 2);
    this.delay = Math.min(this.delay * 2, this.delays.longestDelay);
    return delay;
  }

  /** Waits for the next delay, or until the signal is aborted. */
  wait(signal?: AbortSignal): Promise<void> {
    return sleep(this.next(), signal);
  }
}

export interface RetryOptions extends Delays {
  /** Whether the failure may pass, so that a later try can succeed. */
  readonly isPassing: (error: unknown) => boolean;
  /** No failed try is repeated after this time, in milliseconds. */
  readonly giveUpAfter: number;
  /** No failed try is repeated once the signal is aborted. */
  readonly signal?: AbortSignal;
  /** Called before each wait, with the number of tries made. */
  readonly onFailure?: (tries: number) => void;
}

/** Repeats an attempt as long as its failures may pass. @throws the error of the last attempt */
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
