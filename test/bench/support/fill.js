/**
 * Fills a new data folder with a given number of leases, in several imports, and brings the projection up to date. With a third word,
 * `convention`, a convention with objectives of this year is imported too.
 */
const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs');
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

const objective = (code, figure, portee, more = {}) => ({
  ...{ code, nom: code, figure, portee, operateur: 'min', valeur: '25 %', periode: 'annee', origine: 'loi' },
  ...{ source: 'CCH L441-1', date_debut: '2017-01-28', date_fin: null },
  ...more,
});
/** By landlord, by contingent, outside QPV (which no counter holds), in QPV. */
const CONVENTION = {
  territoire: { siren: '200058782', nom: 'Territoire' },
  convention: {
    ...{ code: 'CIA-1', nom: 'Convention', date_adoption: '2017-01-28' },
    ...{ date_debut: '2017-01-28', date_fin: '2099-01-27' },
  },
  objectifs: [
    objective('LOI-25', 'Q1_REHOUSED_OUTSIDE_QPV', { type: 'bailleur' }),
    objective('PRIORITE', 'PRIORITY', { type: 'contingent' }),
    objective('HORS-QPV', 'Q1', { type: 'hors_qpv' }),
    objective('EN-QPV', 'Q234_IN_QPV', { type: 'epci' }, { valeur: '50 %' }),
    objective('DOMICILE-TRAVAIL', 'HOME_WORK', { type: 'epci' }, { valeur: '10 %', origine: 'locale' }),
  ],
};

async function main([folder, words, convention]) {
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
    if (convention) writeFileSync(join(directory, 'convention.json'), JSON.stringify(CONVENTION));
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
