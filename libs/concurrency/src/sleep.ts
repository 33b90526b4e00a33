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
