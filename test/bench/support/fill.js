/** Fills a new data folder with a given number of leases, in several imports, and brings the projection up to date. */
const { mkdirSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { writeYear } = require('../year-of-leases');
const dist = join(__dirname, '../../../dist/libs');
const { INSTALLATION_ADMINISTRATOR } = require(join(dist, 'access/src/index.js'));
const { complianceProjection } = require(join(dist, 'compliance/src/index.js'));
const { WorkerImporter } = require(join(dist, 'exchange/src/index.js'));
const { openInstallation } = require(join(dist, 'installation/src/index.js'));
const { IMPORT_THREAD, UPCASTERS } = require(join(dist, 'product/src/index.js'));

const AT_ONCE = 100_000;

async function main([folder, words]) {
  const count = Number(words);
  mkdirSync(folder, { recursive: true });
  const installation = await openInstallation({
    place: { folder },
    mode: 'writer',
    upcasters: UPCASTERS,
    projections: [complianceProjection],
  });
  const importer = new WorkerImporter(installation, IMPORT_THREAD);
  for (let first = 0; first < count; first += AT_ONCE) {
    const directory = mkdtempSync(join(tmpdir(), 'mixite-bench-files-'));
    writeYear(directory, Math.min(AT_ONCE, count - first), first);
    const report = await importer.importDirectory(directory, { dryRun: false, actor: INSTALLATION_ADMINISTRATOR });
    rmSync(directory, { recursive: true, force: true });
    if (report.faults.length > 0) throw new Error(JSON.stringify(report.faults[0]));
  }
  await installation.engine.catchUpAll();
  await installation.close();
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
