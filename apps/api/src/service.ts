import { newServiceToken, publishService, withdrawService, type Installation } from '#installation';
import { Stopping, tellCrashes } from '#lifecycle';
import { readinessOf } from './app.module';
import { startApi } from './server';
import type { ServiceSetting } from './service-setting';

export interface ServiceOptions extends ServiceSetting {
  readonly host: string;
  readonly port: number;
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
  try {
    const followed = installation.engine.startLive().then(() => true);
    if (await Promise.race([followed, stopping.requested.then(() => false)])) {
      await serveUntil(stopping, installation, options);
    } else {
      // Told to stop while it catches up: it ends after the page under way, which is an error for who waits for the rest.
      followed.catch(() => undefined);
    }
  } finally {
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
  publishService(installation.folder, { url: api.url, token });
  logger.info({ url: api.url }, 'listening');
  onListening(api.url);
  await stopping.requested;
  readiness.stop();
  await stopping.grace();
  withdrawService(installation.folder);
  await api.close();
}
