import { setImmediate as nextImmediate } from 'node:timers/promises';

/** Where delays come from, as `Clock` is where the time does. */
export interface Timers {
  /** Runs it once after so many milliseconds, unless what it returns is called first. */
  after(milliseconds: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Resolves after so many milliseconds, or as soon as the signal is aborted. */
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

/** Lets everything else that is ready run first. */
export function yieldToEventLoop(): Promise<void> {
  return nextImmediate();
}
