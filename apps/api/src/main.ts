import { resolve } from 'node:path';
import { openInstallation, placeOf } from '#installation';
import { isCodedError } from '#kernel';
import { serviceSetting } from '#lifecycle';
import { BACKGROUND_WORKS, PROCESS_MANAGERS, PROJECTIONS, UPCASTERS } from '#product';
import { runService } from '#service';

/** `mixite serve`, told by the environment alone (docs/operations.md): PORT, HOST, MIXITE_DATA_DIR and the others. */
async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const folder = resolve(environment['MIXITE_DATA_DIR'] ?? 'mixite-data');
  const setting = serviceSetting('mixite-api', environment);
  const instruments = setting.telemetry.instruments();
  const place = placeOf(folder, environment);
  const installation = await openInstallation({
    place,
    mode: 'writer',
    upcasters: UPCASTERS,
    projections: PROJECTIONS,
    processes: PROCESS_MANAGERS,
    instruments,
  });
  await runService(installation, {
    ...setting,
    // Where several processes share the read models, those of apps/worker work beside the answers.
    works: installation.keepsModels ? BACKGROUND_WORKS : [],
    host: environment['HOST'] ?? '127.0.0.1',
    port: Number(environment['PORT'] ?? 3000),
    onListening: (url) => process.stderr.write(`Mixité écoute sur ${url}\n`),
  });
}

main(process.env).catch((error: unknown) => {
  if (!isCodedError(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
