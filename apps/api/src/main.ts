import { resolve } from 'node:path';
import { complianceProjection } from '#compliance';
import { newServiceToken, openInstallation, publishService, withdrawService } from '#installation';
import { isCodedError } from '#kernel';
import { startApi } from './server';

/** `mixite serve`, told by the environment alone: PORT, HOST, MIXITE_DATA_DIR, MIXITE_API_TOKEN. */
async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const folder = resolve(environment['MIXITE_DATA_DIR'] ?? 'mixite-data');
  const token = environment['MIXITE_API_TOKEN'] ?? newServiceToken();
  const stopped = stopSignal();
  const installation = openInstallation({ folder, mode: 'writer', projections: [complianceProjection] });
  try {
    await installation.engine.startLive();
    const port = Number(environment['PORT'] ?? 3000);
    const api = await startApi(installation, { host: environment['HOST'] ?? '127.0.0.1', port, token });
    publishService(folder, { url: api.url, token });
    process.stderr.write(`Mixité écoute sur ${api.url}\n`);
    await stopped;
    withdrawService(folder);
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

main(process.env).catch((error: unknown) => {
  if (!isCodedError(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
