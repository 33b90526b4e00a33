import { BackgroundWorks, type Installation, type WorkSource } from '#installation';
import { recordOf } from '#kernel';
import { startProbeServer } from './probe-server';
import { logCrashes } from './process-errors';
import { readinessOf } from './readiness';
import type { ServiceSetting } from './settings';
import { Stopping } from './stopping';

export interface WorkerOptions extends ServiceSetting {
  /** The address of its probes and its metrics. */
  readonly host: string;
  readonly port: number;
  /** Its background works, each under its lease. */
  readonly works: readonly WorkSource[];
  /** Called once the works have been started and the probes answer. */
  readonly onReady: (url: string) => void;
}

/** Works until the process gets a signal to stop (SIGINT, SIGTERM). It then ends the batch under way, releases its leases and closes its stores. */
export async function runWorker(installation: Installation, options: WorkerOptions): Promise<void> {
  const { logger, telemetry, lifecycle, host, port, works, metricsToken, onReady } = options;
  const { readyLagSeconds, stopDelaySeconds: delaySeconds, stopLimitSeconds: limitSeconds } = lifecycle;
  const stopping = new Stopping({ delaySeconds, limitSeconds, logger });
  const ignoreCrashes = logCrashes(logger);
  const readiness = readinessOf(installation, readyLagSeconds);
  try {
    const onError = (error: unknown): void => logger.error(recordOf(error), 'background work failed');
    const working = new BackgroundWorks(installation, works, { onError });
    const probes = await startProbeServer({ host, port, readiness, metrics: telemetry.metrics, metricsToken });
    logger.info({ url: probes.url }, 'working');
    onReady(probes.url);
    await stopping.requested;
    readiness.stop();
    await stopping.grace();
    await working.stop();
    await probes.close();
  } finally {
    await installation.close();
    await telemetry.stop();
    stopping.done();
    ignoreCrashes();
  }
}
