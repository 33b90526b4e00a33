import { withTimeout } from '#concurrency';
import type { ObservedPage, ProjectionObserver, RunnerStatus } from '#processing';
import { secondsSince } from '../words';
import type { Metrics, Refresh } from './metrics';

const TIMEOUT_MS = 2_000;

/** Who tells where every projection is; it reads, and may be slow. */
export type StatusSource = () => Promise<readonly RunnerStatus[]>;

/** Counts what projections take in, and remembers when each last wrote its checkpoint. */
export class MeasuredProjections implements ProjectionObserver {
  private readonly checkpoints = new Map<string, number>();

  constructor(private readonly metrics: Metrics) {
    metrics.onScrape(async () => this.refreshAges());
  }

  async page({ projection, events }: ObservedPage, work: () => Promise<void>): Promise<void> {
    const startedAt = performance.now();
    await work();
    this.metrics.pageSeconds.observe({ projection }, secondsSince(startedAt));
    this.metrics.projectedEvents.inc({ projection }, events.length);
  }

  checkpoint(projection: string): void {
    this.checkpoints.set(projection, performance.now());
  }

  private refreshAges(): void {
    for (const [projection, at] of this.checkpoints) this.metrics.checkpointAge.set({ projection }, secondsSince(at));
  }
}

/** Asks where the projections are each time the metrics are read. What does not answer in time leaves no stale figure behind. */
export function projectionGauges(metrics: Metrics, statuses: StatusSource): Refresh {
  const { lagSeconds, lagEvents, parkedEvents, rebuilding, failed, storesAnswer } = metrics;
  return async () => {
    const found = await withTimeout(TIMEOUT_MS, statuses).catch(() => undefined);
    for (const gauge of [lagSeconds, lagEvents, parkedEvents, rebuilding, failed]) gauge.reset();
    storesAnswer.set(found ? 1 : 0);
    for (const { name: projection, ...status } of found ?? []) {
      lagSeconds.set({ projection }, status.lagSeconds);
      if (status.lagEvents !== null) lagEvents.set({ projection }, status.lagEvents);
      parkedEvents.set({ projection }, status.parked);
      rebuilding.set({ projection }, status.rebuilding ? 1 : 0);
      failed.set({ projection }, status.failure === null ? 0 : 1);
    }
  };
}
