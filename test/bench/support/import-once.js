/** Imports a directory into a new data folder and prints `{ milliseconds, mebibytes }`. */
const { join } = require('node:path');
const dist = join(__dirname, '../../../dist/libs');
const { INSTALLATION_ADMINISTRATOR } = require(join(dist, 'access/src/index.js'));
const { complianceProjection } = require(join(dist, 'compliance/src/index.js'));
const { WorkerImporter } = require(join(dist, 'exchange/src/index.js'));
const { openInstallation } = require(join(dist, 'installation/src/index.js'));
const { IMPORT_THREAD, UPCASTERS } = require(join(dist, 'product/src/index.js'));

async function main([directory, folder]) {
  const installation = await openInstallation({
    place: { folder },
    mode: 'writer',
    upcasters: UPCASTERS,
    projections: [complianceProjection],
  });
  const start = performance.now();
  const options = { dryRun: false, actor: INSTALLATION_ADMINISTRATOR };
  const report = await new WorkerImporter(installation, IMPORT_THREAD).importDirectory(directory, options);
  const milliseconds = performance.now() - start;
  if (report.faults.length > 0) throw new Error(JSON.stringify(report.faults[0]));
  await installation.close();
  const mebibytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ milliseconds, mebibytes, events: report.files.at(-1).events }));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
