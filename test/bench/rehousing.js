const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { INSTALLATION_ADMINISTRATOR } = require('../../dist/libs/access/src/index.js');
const { importDirectory } = require('../../dist/libs/exchange/src/index.js');
const { openInstallation } = require('../../dist/libs/installation/src/index.js');
const { UPCASTERS } = require('../../dist/libs/product/src/index.js');
const { rehousingProjection, RehousingReports } = require('../../dist/libs/rehousing/src/index.js');
const { limitFigure } = require('./measure');

const CASES = 10_000;
const OPERATIONS = 10;
const RESIDENCES = 300;
const LIMIT_MILLISECONDS = 200;

/** Ten times the households of a large territory, rehoused over five years. A third of the residences are in a QPV. */
function writeCases(directory) {
  const lines = (count, line) => Array.from({ length: count }, (_, n) => line(n)).join('\n');
  const write = (file, header, rows) => writeFileSync(join(directory, file), `${header}\n${rows}\n`);
  write('communes.csv', 'code_insee;nom', '78621;Trappes');
  write('bailleurs.csv', 'code_bailleur;nom', 'L-1;Bailleur');
  write('qpv.csv', 'code_qpv;nom;code_insee;date_debut', 'L-Q;Quartier;78621;2015-01-01');
  write(
    'residences.csv',
    'code_residence;nom;code_insee;code_bailleur;code_qpv;logements',
    lines(RESIDENCES, (n) => `R${n};Résidence;78621;L-1;${n % 3 ? '' : 'L-Q'};50`),
  );
  write(
    'operations.csv',
    'code_operation;nom;code_qpv;code_bailleur;menages_a_reloger;date_debut',
    lines(OPERATIONS, (n) => `OP-${n};Opération;L-Q;L-1;1200;2019-01-01`),
  );
  write(
    'relogements.csv',
    'numero_relogement;code_operation;numero_unique;date_relogement;definitif;code_residence;ressources_pct_plafond;reste_a_charge_avant;reste_a_charge_apres',
    lines(CASES, caseLine),
  );
}

function caseLine(n) {
  const day = `202${n % 5}-0${1 + (n % 9)}-1${n % 10}`;
  const household = `TEST${String(n).padStart(14, '0')}`;
  return `REL-${n};OP-${n % OPERATIONS};${household};${day};${n % 7 ? 'O' : 'N'};R${n % RESIDENCES};${2 + (n % 119)};300;${250 + (n % 100)}`;
}

/** The milliseconds of one report and of one rebuild. */
async function measured(installation, reports) {
  const time = async (work) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const report = await time(() => reports.report({}, INSTALLATION_ADMINISTRATOR));
  return { report, rebuild: await time(() => installation.engine.rebuild('rehousing')) };
}

async function run({ rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-bench-rehousing-'));
  const directory = mkdtempSync(join(tmpdir(), 'mixite-bench-files-'));
  const installation = await openInstallation({
    place: { folder },
    mode: 'writer',
    upcasters: UPCASTERS,
    projections: [rehousingProjection],
  });
  const { eventStore, readStore, engine } = installation;
  try {
    writeCases(directory);
    const stores = { store: eventStore, vault: await installation.vault() };
    const { faults } = await importDirectory(directory, { dryRun: false, actor: INSTALLATION_ADMINISTRATOR }, stores);
    if (faults.length > 0) throw new Error(JSON.stringify(faults[0]));
    await engine.catchUpAll();
    const reports = new RehousingReports({ events: eventStore, readStore });
    const times = [];
    for (let round = 0; round < rounds; round += 1) times.push(await measured(installation, reports));
    const named = (name, limit, of) => limitFigure({ name, unit: 'ms', limit }, times.map(of));
    return [
      named('report rehousing of 10 000 cases', LIMIT_MILLISECONDS, ({ report }) => report),
      named('rebuild of its projection', 10 * LIMIT_MILLISECONDS, ({ rebuild }) => rebuild),
    ];
  } finally {
    await installation.close();
    for (const made of [folder, directory]) rmSync(made, { recursive: true, force: true });
  }
}

module.exports = { run };
