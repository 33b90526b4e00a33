import {
  BackgroundWorks,
  newServiceToken,
  publishService,
  withdrawService,
  type Installation,
  type WorkSource,
} from '#installation';
import { recordOf } from '#kernel';
import { logCrashes, readinessOf, Stopping, type ServiceSetting } from '#lifecycle';
import { startApi } from './server';

export interface ServiceOptions extends ServiceSetting {
  readonly host: string;
  readonly port: number;
  /** Whether this is the process of the demonstration. */
  readonly isDemo?: boolean;
  /** The background works of this process; none where other processes do them. */
  readonly works: readonly WorkSource[];
  /** Called once the service listens. */
  readonly onListening: (url: string) => void;
  /** Called when the service was told to stop; it still finishes the requests under way. */
  readonly onStopping?: () => void;
}

/**
 * Serves until the process gets a signal to stop (SIGINT, SIGTERM). It then says that it is not ready, finishes the requests under way,
 * lets the projections end their batch, and releases the folder. While it runs, commands that write find its address in the folder.
 * @throws CodedError as `startApi`
 */
export async function runService(installation: Installation, options: ServiceOptions): Promise<void> {
  const { logger, telemetry, lifecycle } = options;
  const { stopDelaySeconds: delaySeconds, stopLimitSeconds: limitSeconds } = lifecycle;
  const stopping = new Stopping({ delaySeconds, limitSeconds, logger });
  const ignoreCrashes = logCrashes(logger);
  const onError = (error: unknown): void => logger.error(recordOf(error), 'background work failed');
  const working = new BackgroundWorks(installation, options.works, { onError });
  try {
    // If the signal comes while the projections catch up, the service ends after the page under way, without having listened.
    const isBegun = await Promise.race([working.begun.then(() => true), stopping.requested.then(() => false)]);
    if (isBegun) await serveUntil(stopping, installation, options);
  } finally {
    await working.stop();
    await installation.close();
    await telemetry.stop();
    stopping.done();
    ignoreCrashes();
  }
}

async function serveUntil(stopping: Stopping, installation: Installation, options: ServiceOptions): Promise<void> {
  const { logger, lifecycle, token = newServiceToken(), onListening, onStopping } = options;
  if (await installation.hasLostKeys()) logger.error({ code: 'keys-lost' }, 'the history has lost its keys');
  const keysFailure = await installation.keysFailure();
  if (keysFailure !== null) logger.error(recordOf(keysFailure), 'the keys cannot be used');
  const { setAside } = installation.readStore;
  if (setAside) logger.warn({ setAside }, 'the read models were damaged and are built again');
  const readiness = readinessOf(installation, lifecycle.readyLagSeconds);
  const api = await startApi(installation, { ...options, token, readiness });
  if (installation.holdsFolder) publishService(installation.folder, { url: api.url, token });
  logger.info({ url: api.url }, 'listening');
  onListening(api.url);
  await stopping.requested;
  onStopping?.();
  readiness.stop();
  await stopping.grace();
  if (installation.holdsFolder) withdrawService(installation.folder);
  await api.close();
}
