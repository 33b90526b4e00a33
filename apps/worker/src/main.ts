import { resolve } from 'node:path';
import { openInstallation, placeOf } from '#installation';
import { CodedError, isCodedError } from '#kernel';
import { UPCASTERS } from '#product';
import { PROJECTIONS } from '../../api/src/projections';
import { serviceSetting } from '../../api/src/service-setting';
import { runWorker } from './worker';

/**
 * Follows the projections and extends the chain, told by the environment alone (docs/operations.md): MIXITE_HEALTH_PORT, HOST, and
 * where the data stands. Several may run: each piece of work is done by one of them at a time.
 */
async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const setting = serviceSetting('mixite-worker', environment);
  const place = placeOf(resolve(environment['MIXITE_DATA_DIR'] ?? 'mixite-data'), environment);
  if (place.mongoUrl === undefined) throw nothingToShare();
  const instruments = setting.telemetry.instruments();
  const installation = await openInstallation({
    place,
    mode: 'writer',
    upcasters: UPCASTERS,
    projections: PROJECTIONS,
    instruments,
  });
  await runWorker(installation, {
    ...setting,
    host: environment['HOST'] ?? '127.0.0.1',
    port: Number(environment['MIXITE_HEALTH_PORT'] ?? 3001),
    onReady: (url) => process.stderr.write(`Mixité travaille ; sa santé : ${url}/api/health/ready\n`),
  });
}

function nothingToShare(): CodedError {
  const message =
    'Un processus à part ne sert que si les tableaux de lecture sont sur un serveur (MONGODB_URL) : sinon, le service les tient lui-même.';
  return new CodedError('worker-needs-server', message);
}

main(process.env).catch((error: unknown) => {
  if (!isCodedError(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
