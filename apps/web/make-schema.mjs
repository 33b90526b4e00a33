// Writes src/api/schema.d.ts, the types of the API, from the OpenAPI document of the service that is built. `--check` only compares.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const PLACE = join(import.meta.dirname, 'src/api/schema.d.ts');
const require = createRequire(import.meta.url);

async function documentOf() {
  const built = join(import.meta.dirname, '../../dist/libs');
  const { openInstallation } = require(join(built, 'installation/src/index.js'));
  const { PROJECTIONS, UPCASTERS } = require(join(built, 'product/src/index.js'));
  const { startApi } = require(join(built, 'service/src/index.js'));
  const folder = await mkdtemp(join(tmpdir(), 'mixite-schema-'));
  const installation = await openInstallation({
    place: { folder },
    mode: 'writer',
    upcasters: UPCASTERS,
    projections: PROJECTIONS,
  });
  const api = await startApi(installation, { host: '127.0.0.1', port: 0 });
  try {
    return await (await fetch(`${api.url}/api/docs-json`)).json();
  } finally {
    await api.close();
    await installation.close();
    await rm(folder, { recursive: true });
  }
}

process.env.MIXITE_LOG_LEVEL ??= 'error';
const text = astToString(await openapiTS(await documentOf()));
const made = await format(text, { ...(await resolveConfig(PLACE)), parser: 'typescript' });
if (!process.argv.includes('--check')) await writeFile(PLACE, made);
else if (made !== (await readFile(PLACE, 'utf8'))) {
  process.stderr.write('apps/web/src/api/schema.d.ts is not that of the API: npm run build && npm run schema\n');
  process.exit(1);
}
