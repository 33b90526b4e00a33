import { BackgroundWorks, type Installation, type WorkSource } from '#installation';
import { recordOf } from '#kernel';
import { tellCrashes } from './crashes';
import { startProbeServer } from './probe-server';
import { readinessOf } from './readiness';
import type { ServiceSetting } from './service-setting';
import { Stopping } from './stopping';

export interface WorkerOptions extends ServiceSetting {
  /** Where its health and its measures are asked. */
  readonly host: string;
  readonly port: number;
  /** What it works at, each under its lease. */
  readonly works: readonly WorkSource[];
  /** Called once it works and its health can be asked. */
  readonly onReady: (url: string) => void;
}

/** Works until it is told to stop (SIGINT, SIGTERM): it then ends the batch under way, gives its leases back and closes its stores. */
export async function runWorker(installation: Installation, options: WorkerOptions): Promise<void> {
  const { logger, telemetry, lifecycle, host, port, works, metricsToken, onReady } = options;
  const { readyLagSeconds, stopDelaySeconds: delaySeconds, stopLimitSeconds: limitSeconds } = lifecycle;
  const stopping = new Stopping({ delaySeconds, limitSeconds, logger });
  const forgetCrashes = tellCrashes(logger);
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
    forgetCrashes();
  }
}
