import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';

const RESOLUTION_MS = 20;
const QUANTILES = ['0.5', '0.9', '0.99', '1'] as const;

/** Measures the delay of the event loop. */
export class LoopDelay {
  private readonly histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  constructor() {
    this.histogram.enable();
  }

  /** The quantiles of the delay since the last call, in seconds. */
  take(): readonly (readonly [string, number])[] {
    const taken = QUANTILES.map(
      (quantile) => [quantile, late(this.histogram.percentile(Number(quantile) * 100))] as const,
    );
    this.histogram.reset();
    return taken;
  }

  stop(): void {
    this.histogram.disable();
  }
}

/** The histogram holds the nanoseconds between two ticks. The time beyond its own period is the delay. */
function late(nanoseconds: number): number {
  const seconds = nanoseconds / 1e9 - RESOLUTION_MS / 1e3;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}
