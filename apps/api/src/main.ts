import { placeOfEnvironment } from '#installation';
import { runMain, serviceSetting } from '#lifecycle';
import { BACKGROUND_WORKS, openProduct } from '#product';
import { runService } from '#service';

/** `mixite serve` without a command line: PORT, HOST, MIXITE_DATA_DIR and other variables set everything (docs/operations.md). */
runMain(async (environment) => {
  const setting = serviceSetting('mixite-api', environment);
  const place = placeOfEnvironment(environment);
  const installation = await openProduct(place, 'writer', setting.telemetry.instruments());
  await runService(installation, {
    ...setting,
    // Where several processes share the read models, the workers (apps/worker) do the background works.
    works: installation.keepsModels ? BACKGROUND_WORKS : [],
    host: environment['HOST'] ?? '127.0.0.1',
    port: Number(environment['PORT'] ?? 3000),
    onListening: (url) => process.stderr.write(`Mixité écoute sur ${url}\n`),
  });
});
