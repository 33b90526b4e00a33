import { resolve } from 'node:path';
import { openInstallation, placeOf } from '#installation';
import { CodedError, isCodedError } from '#kernel';
import { runWorker, serviceSetting } from '#lifecycle';
import { BACKGROUND_WORKS, PROCESS_MANAGERS, PROJECTIONS, UPCASTERS } from '#product';

/**
 * Works beside the answers of other processes, told by the environment alone (docs/operations.md): MIXITE_HEALTH_PORT, HOST, and
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
    processes: PROCESS_MANAGERS,
    instruments,
  });
  await runWorker(installation, {
    ...setting,
    host: environment['HOST'] ?? '127.0.0.1',
    works: BACKGROUND_WORKS,
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
