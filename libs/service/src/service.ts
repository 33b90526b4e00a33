import {
  BackgroundWorks,
  newServiceToken,
  publishService,
  withdrawService,
  type Installation,
  type WorkSource,
} from '#installation';
import { recordOf } from '#kernel';
import { readinessOf, Stopping, tellCrashes, type ServiceSetting } from '#lifecycle';
import { startApi } from './server';

export interface ServiceOptions extends ServiceSetting {
  readonly host: string;
  readonly port: number;
  /** What this process works at beside its answers; none where others do. */
  readonly works: readonly WorkSource[];
  /** Called once it listens. */
  readonly onListening: (url: string) => void;
}

/**
 * Serves until it is told to stop (SIGINT, SIGTERM). It then says that it is not ready, finishes the requests under way, lets the
 * projections end their batch, and lets the folder go. Commands that write in the folder meanwhile find the service by what it
 * publishes there.
 * @throws CodedError as `startApi`
 */
export async function runService(installation: Installation, options: ServiceOptions): Promise<void> {
  const { logger, telemetry, lifecycle } = options;
  const { stopDelaySeconds: delaySeconds, stopLimitSeconds: limitSeconds } = lifecycle;
  const stopping = new Stopping({ delaySeconds, limitSeconds, logger });
  const forgetCrashes = tellCrashes(logger);
  const onError = (error: unknown): void => logger.error(recordOf(error), 'background work failed');
  const working = new BackgroundWorks(installation, options.works, { onError });
  try {
    // Told to stop while it catches up, it ends after the page under way and has never listened.
    const isBegun = await Promise.race([working.begun.then(() => true), stopping.requested.then(() => false)]);
    if (isBegun) await serveUntil(stopping, installation, options);
  } finally {
    await working.stop();
    await installation.close();
    await telemetry.stop();
    stopping.done();
    forgetCrashes();
  }
}

async function serveUntil(stopping: Stopping, installation: Installation, options: ServiceOptions): Promise<void> {
  const { logger, lifecycle, token = newServiceToken(), onListening } = options;
  const readiness = readinessOf(installation, lifecycle.readyLagSeconds);
  const api = await startApi(installation, { ...options, token, readiness });
  if (installation.holdsFolder) publishService(installation.folder, { url: api.url, token });
  logger.info({ url: api.url }, 'listening');
  onListening(api.url);
  await stopping.requested;
  readiness.stop();
  await stopping.grace();
  if (installation.holdsFolder) withdrawService(installation.folder);
  await api.close();
}
