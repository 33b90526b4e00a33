/**
 * Prints the source files of which a function runs for one more lease sent to `POST /api/allocations`, then how many they are: from the
 * method of its route to the append of its event. What every request goes through before (guards, logs) is not counted, nor are the faces
 * of libraries (index.js). Words: the folder of a project that is built; default: this one.
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
  const walk = new Walk(dist);
  walk.beginsIn(require(join(dist, 'libs/exchange/src/http/leases.controller.js')).LeasesController, 'record');
  const api = await startApi(installation, { host: '127.0.0.1', port: 0 });
  // What is done once a process is done by then.
  for (const number of [FIRST, FIRST + 1]) await send(api.url, number);
  await wait(500);
  walk.endsAfter(installation.eventStore, 'append');
  await send(api.url, FIRST + 2);
  console.log([...walk.files.sort(), walk.files.length].join('\n'));
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

/** Counts the calls of functions between two methods, by the profiler of V8. */
class Walk {
  files = [];
  session = new Session();

  constructor(dist) {
    this.dist = `${dist}/`;
    this.session.connect();
  }

  /** The method keeps what the framework knows of it. */
  beginsIn({ prototype }, name) {
    const { session } = this;
    const method = prototype[name];
    prototype[name] = async function (...words) {
      await session.post('Profiler.enable');
      await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
      await session.post('Profiler.takePreciseCoverage');
      return method.apply(this, words);
    };
    for (const key of Reflect.getMetadataKeys(method))
      Reflect.defineMetadata(key, Reflect.getMetadata(key, method), prototype[name]);
  }

  endsAfter(object, name) {
    const method = object[name];
    object[name] = async (...words) => {
      const result = await method.apply(object, words);
      await this.take();
      return result;
    };
  }

  async take() {
    const { result } = await this.session.post('Profiler.takePreciseCoverage');
    this.files = result
      .filter(({ url, functions }) => url.includes(this.dist) && functions.some(({ ranges }) => ranges[0].count > 0))
      .map(({ url }) => url.slice(url.indexOf(this.dist) + this.dist.length))
      .filter((file) => !file.endsWith('/index.js'));
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
