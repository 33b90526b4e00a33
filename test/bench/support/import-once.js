/** Imports a directory into a new data folder and prints `{ milliseconds, mebibytes }`. */
const { join } = require('node:path');
const dist = join(__dirname, '../../../dist/libs');
const { INSTALLATION_ADMINISTRATOR } = require(join(dist, 'access/src/index.js'));
const { openSqliteEventStore } = require(join(dist, 'event-store/src/index.js'));
const { importDirectory } = require(join(dist, 'exchange/src/index.js'));
const { systemClock } = require(join(dist, 'kernel/src/index.js'));
const { openSqliteVault } = require(join(dist, 'people/src/index.js'));

async function main([directory, folder]) {
  const store = openSqliteEventStore({ folder, mode: 'writer', clock: systemClock });
  const vault = openSqliteVault({ folder });
  const start = performance.now();
  const report = await importDirectory(
    directory,
    { dryRun: false, actor: INSTALLATION_ADMINISTRATOR },
    { store, vault },
  );
  const milliseconds = performance.now() - start;
  if (report.faults.length > 0) throw new Error(JSON.stringify(report.faults[0]));
  vault.close();
  await store.close();
  console.log(
    JSON.stringify({
      milliseconds,
      mebibytes: process.resourceUsage().maxRSS / 1024,
      events: report.files.at(-1).events,
    }),
  );
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
