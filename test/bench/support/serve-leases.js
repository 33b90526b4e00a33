/** Serves a data folder as `mixite serve` does, on a free port. Prints its URL, then serves until a signal stops it. */
const { join } = require('node:path');
const dist = join(__dirname, '../../../dist');
const { BackgroundWorks, openInstallation } = require(join(dist, 'libs/installation/src/index.js'));
const { BACKGROUND_WORKS, PROCESS_MANAGERS, PROJECTIONS, UPCASTERS } = require(join(dist, 'libs/product/src/index.js'));
const { startApi } = require(join(dist, 'libs/service/src/index.js'));

async function main([folder]) {
  const installation = await openInstallation({
    place: { folder },
    mode: 'writer',
    upcasters: UPCASTERS,
    projections: PROJECTIONS,
    processes: PROCESS_MANAGERS,
  });
  const work = new BackgroundWorks(installation, BACKGROUND_WORKS);
  await work.begun;
  const api = await startApi(installation, { host: '127.0.0.1', port: 0 });
  console.log(api.url);
  await new Promise((stop) => process.once('SIGTERM', stop));
  await api.close();
  await work.stop();
  await installation.close();
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
