const dist = '../../../dist/libs';
const { complianceProjection } = require(`${dist}/compliance/src/index.js`);
const { openSqliteEventStore } = require(`${dist}/event-store/src/index.js`);
const { UPCASTERS } = require(`${dist}/product/src/index.js`);
const { systemClock } = require(`${dist}/kernel/src/index.js`);
const { ProcessingEngine } = require(`${dist}/processing/src/index.js`);
const { openSqliteReadStore } = require(`${dist}/read-store/src/index.js`);

/** Brings read models in their own folder up to the head of the events, as a starting service does. */
async function replayInto(eventsFolder, modelsFolder) {
  const eventStore = openSqliteEventStore({
    folder: eventsFolder,
    mode: 'reader',
    clock: systemClock,
    upcasters: UPCASTERS,
  });
  const readStore = openSqliteReadStore({ folder: modelsFolder, mode: 'writer' });
  const engine = new ProcessingEngine({
    eventStore,
    readStore,
    projections: [complianceProjection],
    clock: systemClock,
  });
  try {
    await engine.catchUpAll();
    const [{ parked, lagEvents }] = await engine.statusAll();
    if (parked > 0 || lagEvents > 0) throw new Error(`parked ${parked}, left ${lagEvents}`);
  } finally {
    await engine.stop();
    await readStore.close();
    await eventStore.close();
  }
}

/**
 * Runs as a separate process. Prints in MiB the largest resident memory during the first third, and during the whole
 * replay.
 */
async function main([eventsFolder, modelsFolder, events]) {
  const third = Number(events) / 3;
  const begun = Date.now();
  const { rss } = process.memoryUsage;
  let [early, peak] = [0, 0];
  const Sqlite = require('better-sqlite3');
  const timer = setInterval(() => {
    peak = Math.max(peak, rss.call(process));
    if (early === 0 && rowsIn(Sqlite, modelsFolder) >= third) early = peak;
  }, 250);
  await replayInto(eventsFolder, modelsFolder);
  clearInterval(timer);
  const most = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ early: early / 2 ** 20, most, seconds: (Date.now() - begun) / 1000 }));
}

/** The number of events applied, from the checkpoint: positions have no gap. */
function rowsIn(Sqlite, folder) {
  const database = new Sqlite(`${folder}/read.db`, { readonly: true });
  try {
    return Number(database.prepare("SELECT position FROM models WHERE name = 'compliance'").pluck().get() ?? 0);
  } finally {
    database.close();
  }
}

module.exports = { replayInto };
if (require.main === module)
  main(process.argv.slice(2)).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
