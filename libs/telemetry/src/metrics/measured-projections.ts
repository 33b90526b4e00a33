import { withTimeout } from '#concurrency';
import type { ObservedPage, ProjectionObserver, RunnerStatus } from '#processing';
import { secondsSince } from '../values';
import type { Metrics, Refresh } from './metrics';

const TIMEOUT_MS = 2_000;

/** Reads the status of every projection. It may be slow. */
export type StatusSource = () => Promise<readonly RunnerStatus[]>;

/** Counts the events that projections apply, and remembers when each projection last wrote its checkpoint. */
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

/**
 * Reads the status of the projections at each scrape of the metrics. Without an answer in time, the gauges are removed
 * instead of keeping old values.
 */
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
