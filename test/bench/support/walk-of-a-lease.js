/**
 * Prints the source files of which a function runs for one more lease sent to `POST /api/allocations`, then how many they are.
 * From the route to the event: nothing runs beside it, no projection is written. Faces (index.js) are left out. Words: the folder of a project that is built; default: this one.
 */
const { execFileSync } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { Session } = require('node:inspector/promises');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { leaseBody } = require('../year-of-leases');

const FIRST = 1_000_000_000;

async function main([root = join(__dirname, '../../..')]) {
  const dist = join(resolve(root), 'dist');
  const folder = mkdtempSync(join(tmpdir(), 'mixite-walk-'));
  execFileSync(process.execPath, [join(__dirname, 'fill.js'), folder, '100'], { stdio: 'ignore' });
  const { openInstallation } = require(join(dist, 'libs/installation/src/index.js'));
  const { PROJECTIONS, UPCASTERS } = require(join(dist, 'libs/product/src/index.js'));
  const { startApi } = require(join(dist, 'libs/service/src/index.js'));
  const installation = await openInstallation({
    place: { folder },
    mode: 'writer',
    upcasters: UPCASTERS,
    projections: PROJECTIONS,
  });
  const api = await startApi(installation, { host: '127.0.0.1', port: 0 });
  // What is done once a process is done by then.
  for (const number of [FIRST, FIRST + 1]) await send(api.url, number);
  await wait(500);
  const files = await filesExecuted(dist, () => send(api.url, FIRST + 2));
  console.log([...files.sort(), files.length].join('\n'));
  await api.close();
  await installation.close();
  rmSync(folder, { recursive: true });
}

async function send(url, number) {
  const answer = await fetch(`${url}/api/allocations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `walk-of-a-lease-${number}` },
    body: JSON.stringify(leaseBody(number)),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

async function filesExecuted(dist, work) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  // From here on only what runs is counted.
  await session.post('Profiler.takePreciseCoverage');
  await work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  return result
    .filter(({ url, functions }) => url.includes(`${dist}/`) && functions.some(({ ranges }) => ranges[0].count > 0))
    .map(({ url }) => url.slice(url.indexOf(`${dist}/`) + dist.length + 1))
    .filter((file) => !file.endsWith('/index.js'));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
