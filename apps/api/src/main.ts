import { resolve } from 'node:path';
import { complianceProjection } from '#compliance';
import { openInstallation } from '#installation';
import { isCodedError } from '#kernel';
import { runService } from './service';

/** `mixite serve`, told by the environment alone: PORT, HOST, MIXITE_DATA_DIR, MIXITE_API_TOKEN. */
async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const folder = resolve(environment['MIXITE_DATA_DIR'] ?? 'mixite-data');
  const installation = openInstallation({ folder, mode: 'writer', projections: [complianceProjection] });
  await runService(installation, {
    host: environment['HOST'] ?? '127.0.0.1',
    port: Number(environment['PORT'] ?? 3000),
    token: environment['MIXITE_API_TOKEN'],
    onListening: (url) => process.stderr.write(`Mixité écoute sur ${url}\n`),
  });
}

main(process.env).catch((error: unknown) => {
  if (!isCodedError(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
