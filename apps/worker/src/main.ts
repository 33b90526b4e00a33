import { placeOfEnvironment } from '#installation';
import { CodedError } from '#kernel';
import { runMain, runWorker, serviceSetting } from '#lifecycle';
import { BACKGROUND_WORKS, openProduct } from '#product';

/**
 * Does the background works for other processes, which answer requests. The environment sets everything (docs/operations.md):
 * MIXITE_HEALTH_PORT, HOST, and where the data is. Several workers may run: each piece of work is done by one of them at a time.
 */
runMain(async (environment) => {
  const setting = serviceSetting('mixite-worker', environment);
  const place = placeOfEnvironment(environment);
  if (place.mongoUrl === undefined) throw nothingToShare();
  const installation = await openProduct(place, 'writer', setting.telemetry.instruments());
  await runWorker(installation, {
    ...setting,
    host: environment['HOST'] ?? '127.0.0.1',
    works: BACKGROUND_WORKS,
    port: Number(environment['MIXITE_HEALTH_PORT'] ?? 3001),
    onReady: (url) => process.stderr.write(`Mixité travaille ; sa santé : ${url}/api/health/ready\n`),
  });
});

/** Without a server for the read models, the service does all the works itself. */
function nothingToShare(): CodedError {
  const message =
    'Un processus à part ne sert que si les tableaux de lecture sont sur un serveur (MONGODB_URL) : sinon, le service les tient lui-même.';
  return new CodedError('worker-needs-server', message);
}
