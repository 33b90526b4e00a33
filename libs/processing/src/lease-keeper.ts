import { sleep, systemTimers, type Timers } from '#concurrency';
import type { Clock } from '#kernel';
import { Holding, type Held } from './holding';
import type { Lease, Leases } from './leases';

/** Long enough for a slow store or a garbage collection, short enough to replace a dead worker soon. */
const DURATION_MS = 15_000;
const TRIES_PER_DURATION = 3;

export interface LeaseKeeperOptions {
  readonly leases: Leases;
  /** A new name each time a process starts. */
  readonly holder: string;
  readonly clock: Clock;
  readonly timers?: Timers;
  readonly durationMs?: number;
  /** Called with the error when the store of the leases does not answer. The store is then asked again. */
  readonly onFailure?: (error: unknown) => void;
}

/** Runs work that only one process may do at a time. Each piece of work runs while this process has its lease. */
export class LeaseKeeper {
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private readonly timers: Timers;
  private readonly durationMs: number;

  constructor(private readonly options: LeaseKeeperOptions) {
    this.timers = options.timers ?? systemTimers;
    this.durationMs = options.durationMs ?? DURATION_MS;
  }

  /**
   * Begins the work once this process has the lease, and aborts its signal when the lease is lost or the keeper stops. After a loss
   * the keeper asks for the lease again, and the work begins again. Resolves when the work ends by itself or the keeper stops.
   * @throws what the work throws while it has the lease
   */
  async whileLeased(name: string, work: (held: Held) => Promise<void>): Promise<void> {
    const running = this.keep(name, work);
    const settled = running.catch(() => undefined);
    this.running.add(settled);
    try {
      await running;
    } finally {
      this.running.delete(settled);
    }
  }

  /** Aborts all work, waits for its end, and gives the leases back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async keep(name: string, work: (held: Held) => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const lease = await this.acquire(name);
      if (!lease) await sleep(this.durationMs / TRIES_PER_DURATION, signal, this.timers);
      else if (await this.hold(lease, work)) return;
    }
  }

  /** False where the lease was lost before the work ended. */
  private async hold(lease: Lease, work: (held: Held) => Promise<void>): Promise<boolean> {
    const { timers, durationMs } = this;
    const holding = new Holding({ ...this.options, timers, durationMs, lease, stopping: this.stopping.signal });
    try {
      if (!this.stopping.signal.aborted) await work(holding);
    } catch (error) {
      if (!holding.signal.aborted) throw error;
    } finally {
      await holding.end();
    }
    return !holding.isLost;
  }

  private async acquire(name: string): Promise<Lease | null> {
    try {
      return await this.options.leases.acquire(name, this.options.holder, this.durationMs);
    } catch (error) {
      this.options.onFailure?.(error);
      return null;
    }
  }
}
