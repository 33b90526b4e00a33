import type { Timers } from '#concurrency';
import type { Clock } from '#kernel';
import type { Lease, Leases } from './leases';

/** A holder leaves this part of a lease unused: clocks differ, and a write may still be under way. */
const MARGIN = 1 / 5;
const RENEWALS = 3;

/** A lease, for the work that runs under it. */
export interface Held {
  /** See `Lease.token`. */
  readonly token: number;
  /** Aborted when the work must end: the lease is lost, or the keeper stops. */
  readonly signal: AbortSignal;
  /** False as soon as another process may have the lease, even before the signal. Work asks before each write: its process may have been paused. */
  isHeld(): boolean;
}

export interface HoldingOptions {
  readonly leases: Leases;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly durationMs: number;
  readonly lease: Lease;
  readonly stopping: AbortSignal;
  readonly onFailure?: (error: unknown) => void;
}

/** Renews a lease in the background until it is lost or no longer needed. */
export class Holding implements Held {
  isLost = false;
  private readonly controller = new AbortController();
  private readonly abort = (): void => this.controller.abort();
  private lease: Lease;
  private cancelRenewal: () => void = () => undefined;
  private cancelEnd: () => void = () => undefined;
  private renewing: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(private readonly options: HoldingOptions) {
    this.lease = options.lease;
    options.stopping.addEventListener('abort', this.abort);
    this.watchEnd();
    this.planRenewal();
  }

  get token(): number {
    return this.lease.token;
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  isHeld(): boolean {
    return !this.isLost && !this.ended && this.millisecondsLeft() > 0;
  }

  /** Gives the lease back, unless it was lost. */
  async end(): Promise<void> {
    this.ended = true;
    this.forget();
    await this.renewing;
    if (this.isLost) return;
    await this.options.leases.release(this.lease).catch((error: unknown) => this.options.onFailure?.(error));
  }

  private millisecondsLeft(): number {
    const { clock, durationMs } = this.options;
    return Date.parse(this.lease.until) - durationMs * MARGIN - Date.parse(clock.now());
  }

  /** A renewal may never get an answer, so a timer of its own watches the end of the lease. */
  private watchEnd(): void {
    this.cancelEnd();
    this.cancelEnd = this.options.timers.after(Math.max(0, this.millisecondsLeft()), () => this.lose());
  }

  private planRenewal(): void {
    const { timers, durationMs } = this.options;
    this.cancelRenewal = timers.after(durationMs / RENEWALS, () => {
      this.renewing = this.renew();
    });
  }

  private async renew(): Promise<void> {
    const { leases, durationMs, onFailure } = this.options;
    if (!this.isHeld()) return this.lose();
    try {
      const renewed = await leases.renew(this.lease, durationMs);
      if (!renewed) return this.lose();
      this.lease = renewed;
    } catch (error) {
      onFailure?.(error);
    }
    if (this.isLost || this.ended) return;
    this.watchEnd();
    this.planRenewal();
  }

  private lose(): void {
    if (this.ended) return;
    this.isLost = true;
    this.forget();
    this.abort();
  }

  private forget(): void {
    this.cancelRenewal();
    this.cancelEnd();
    this.options.stopping.removeEventListener('abort', this.abort);
  }
}
