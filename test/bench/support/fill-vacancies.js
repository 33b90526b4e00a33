/**
 * Adds a given number of vacancies, each claimed, declared and closed, to a data folder that `fill.js` filled, and brings every read
 * model and process manager up to date. Arguments: folder, number of vacancies.
 */
const { join } = require('node:path');
const dist = join(__dirname, '../../../dist/libs');
const { BackgroundWorks, openInstallation } = require(join(dist, 'installation/src/index.js'));
const { newUuid } = require(join(dist, 'kernel/src/index.js'));
const { BACKGROUND_WORKS, PROCESS_MANAGERS, PROJECTIONS, UPCASTERS } = require(join(dist, 'product/src/index.js'));

const AT_ONCE = 10_000;
const RESIDENCES = 300;
const QUIET_MS = 500;
const TODAY = new Date().toISOString().slice(0, 10);

const metadata = () => {
  const correlationId = newUuid();
  return { actor: 'bench', role: 'administrateur', correlationId, causationId: correlationId };
};
const event = (type, data) => ({ id: newUuid(), type, schemaVersion: 1, data, metadata: metadata() });
const declared = (number) => ({
  ...{ residence: `R${number % RESIDENCES}`, landlord: 'L0', districts: [], note: null, availableOn: TODAY },
  ...{ ground: 'depart', dwellingType: 'T3', financing: null, surface: null, rent: null, charges: null },
  ...{ firstLetting: false, stockHolder: null },
});

function* batchesOf(first, count) {
  for (let number = first; number < first + count; number += 1) {
    const vacancy = newUuid();
    const claim = event('ClaimTaken', { by: vacancy });
    yield { stream: `claim-dwelling-${newUuid()}`, expected: 'none', events: [claim] };
    const closed = event('VacancyClosed', { on: TODAY, motive: 'travaux' });
    const events = [event('VacancyDeclared', declared(number)), closed];
    yield { stream: `vacancy-${vacancy}`, expected: 'none', events };
  }
}

async function main([folder, words]) {
  const installation = await openInstallation({
    place: { folder },
    mode: 'writer',
    upcasters: UPCASTERS,
    projections: PROJECTIONS,
    processes: PROCESS_MANAGERS,
  });
  for (let first = 0; first < Number(words); first += AT_ONCE)
    await installation.eventStore.appendAtomically(batchesOf(first, Math.min(AT_ONCE, Number(words) - first)));
  await installation.engine.catchUpAll();
  const work = new BackgroundWorks(installation, BACKGROUND_WORKS);
  await work.begun;
  await untilQuiet(installation);
  await work.stop();
  await installation.close();
}

/** Process managers read the history for the first time here, not while the commands are measured. */
async function untilQuiet(installation) {
  for (let quiet = 0; quiet < 3;) {
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    const statuses = await installation.processStatuses();
    quiet = statuses.every(({ lagEvents, due }) => lagEvents === 0 && due === 0) ? quiet + 1 : 0;
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
