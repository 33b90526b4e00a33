import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';

const RESOLUTION_MS = 20;
const QUANTILES = ['0.5', '0.9', '0.99', '1'] as const;

/** How late the process is for its own appointments. */
export class LoopDelay {
  private readonly histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  constructor() {
    this.histogram.enable();
  }

  /** Each quantile since the last taking, in seconds. */
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

/** The histogram counts nanoseconds between two ticks: what exceeds its own period is delay. */
function late(nanoseconds: number): number {
  const seconds = nanoseconds / 1e9 - RESOLUTION_MS / 1e3;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}
