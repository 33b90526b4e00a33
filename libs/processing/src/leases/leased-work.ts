import { setTimeout as wait } from 'node:timers/promises';
import type { Lease, Leases } from './leases';

export interface LeasedWorkOptions {
  readonly leases: Leases;
  readonly name: string;
  readonly holder: string;
  /** How long a lease lasts when its holder dies, in milliseconds. */
  readonly duration: number;
  /** Works until the signal says that the lease is lost, or that it is time to stop; where it ends by itself it is begun again. */
  readonly work: (signal: AbortSignal) => Promise<void>;
  readonly onError?: (error: unknown) => void;
}

/** Parts of a lease's duration between two renewals: two may fail. */
const RENEWALS = 3;

/** Does a piece of work whenever this process holds its lease, and tries for the lease whenever it does not. */
export class LeasedWork {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly options: LeasedWorkOptions) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Resolves once the work has ended and the lease is given back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { leases, name, holder, duration, onError } = this.options;
    while (!this.stopping.signal.aborted) {
      try {
        const lease = await leases.acquire(name, holder, duration);
        if (lease) await this.workUnder(lease);
      } catch (error) {
        onError?.(error);
      }
      await this.pause(duration / RENEWALS);
    }
  }

  private async workUnder(lease: Lease): Promise<void> {
    const { leases, work } = this.options;
    const ending = new AbortController();
    const signal = AbortSignal.any([ending.signal, this.stopping.signal]);
    const renewing = this.renewUntil(signal, ending);
    try {
      await work(signal);
    } finally {
      ending.abort();
      await renewing;
      await leases.release(lease);
    }
  }

  /** Ends the work when another has the lease, or when it could not be prolonged until its end. */
  private async renewUntil(signal: AbortSignal, ending: AbortController): Promise<void> {
    const { leases, name, holder, duration } = this.options;
    let renewedAt = performance.now();
    while (!signal.aborted) {
      await this.pause(duration / RENEWALS, signal);
      if (signal.aborted) return;
      const asked = performance.now();
      const lease = await leases.acquire(name, holder, duration).catch(() => undefined);
      if (lease) renewedAt = asked;
      if (lease === null || performance.now() - renewedAt >= duration) return ending.abort();
    }
  }

  private async pause(milliseconds: number, signal: AbortSignal = this.stopping.signal): Promise<void> {
    await wait(milliseconds, undefined, { signal }).catch(() => undefined);
  }
}
