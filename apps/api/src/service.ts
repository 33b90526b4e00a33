import {
  beginBackgroundWork,
  newServiceToken,
  publishService,
  withdrawService,
  type BackgroundWork,
  type Installation,
} from '#installation';
import { recordOf } from '#kernel';
import { Stopping, tellCrashes } from '#lifecycle';
import { readinessOf } from './app.module';
import { startApi } from './server';
import type { ServiceSetting } from './service-setting';

export interface ServiceOptions extends ServiceSetting {
  readonly host: string;
  readonly port: number;
  /** Whether this process also follows the projections; else another does. Default: true. */
  readonly background?: boolean;
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
    const begun = background(installation, options);
    const work = await Promise.race([begun, stopping.requested.then(() => undefined)]);
    if (work) {
      await serveUntil(stopping, installation, options);
      await work.stop();
    } else {
      // Told to stop while it catches up: it ends after the page under way, which is an error for who waits for the rest.
      begun.catch(() => undefined);
    }
  } finally {
    await installation.close();
    await telemetry.stop();
    stopping.done();
    forgetCrashes();
  }
}

const NO_WORK: BackgroundWork = { stop: async () => undefined };

async function background(installation: Installation, options: ServiceOptions): Promise<BackgroundWork> {
  if (options.background === false) return NO_WORK;
  const onError = (error: unknown): void => options.logger.error(recordOf(error), 'background work failed');
  return beginBackgroundWork(installation, { onError });
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
