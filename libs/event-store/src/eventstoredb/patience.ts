/** How long the adapter waits for a server, in milliseconds. */
export interface Patience {
  /** Of one call, without a sign of life. */
  readonly callTimeout: number;
  /** Between two tries: doubled each time, up to the longest. */
  readonly firstDelay: number;
  readonly longestDelay: number;
  /** After which a call is given up. Subscriptions never are. */
  readonly giveUpAfter: number;
}

export const PATIENCE: Patience = { callTimeout: 10_000, firstDelay: 50, longestDelay: 5_000, giveUpAfter: 30_000 };

/** Delays that grow while nothing works. Half of each is random: many clients must not come back together. */
export class BackOff {
  private delay: number;

  constructor(private readonly patience: Patience) {
    this.delay = patience.firstDelay;
  }

  /** Something worked. */
  reset(): void {
    this.delay = this.patience.firstDelay;
  }

  /** Waits, at most until the signal. */
  async wait(signal: AbortSignal): Promise<void> {
    const delay = this.delay * (0.5 + Math.random() / 2);
    this.delay = Math.min(this.delay * 2, this.patience.longestDelay);
    await sleep(delay, signal);
  }
}

/** Waits so many milliseconds, at most until the signal. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(goOn, milliseconds);
    function goOn(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', goOn);
      resolve();
    }
    signal.addEventListener('abort', goOn);
  });
}
