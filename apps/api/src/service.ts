import { newServiceToken, publishService, withdrawService, type Installation } from '#installation';
import { startApi } from './server';

export interface ServiceOptions {
  readonly host: string;
  readonly port: number;
  /** What requests from elsewhere must show; a new one each time the service starts unless given. */
  readonly token?: string;
  /** Called once it listens. */
  readonly onListening: (url: string) => void;
}

/**
 * Serves until it is told to stop (SIGINT, SIGTERM): what was acknowledged is then finished, and the folder let go. Commands that
 * write in the folder meanwhile find the service by what it publishes there.
 * @throws CodedError as `startApi`
 */
export async function runService(installation: Installation, options: ServiceOptions): Promise<void> {
  const { host, port, token = newServiceToken(), onListening } = options;
  const stopped = stopSignal();
  try {
    await installation.engine.startLive();
    const api = await startApi(installation, { host, port, token });
    publishService(installation.folder, { url: api.url, token });
    onListening(api.url);
    await stopped;
    withdrawService(installation.folder);
    await api.close();
  } finally {
    await installation.close();
  }
}

function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
}
