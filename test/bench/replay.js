const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const Database = require('better-sqlite3');
const { ratioFigure } = require('./measure');
const { fillEvents } = require('./support/fill-events');
const { replayInto } = require('./support/replay-into');

const EVENTS = Number(process.env.MIXITE_BENCH_REPLAYED ?? 200_000);
const PAGE = 1_000;

/** Reads all events with the bare binding: the rows page by page, with their two JSON texts parsed. */
function bareScan(file) {
  const database = new Database(file, { readonly: true });
  const page = database.prepare('SELECT * FROM events WHERE position > ? ORDER BY position LIMIT ?');
  let [seen, fields, last] = [0, 0, 0];
  for (let rows = page.all(last, PAGE); rows.length > 0; rows = page.all(last, PAGE)) {
    for (const row of rows) fields += Object.keys(JSON.parse(row.data)).length + JSON.parse(row.metadata).length;
    seen += rows.length;
    last = rows[rows.length - 1].position;
  }
  database.close();
  if (fields < seen) throw new Error('nothing was parsed');
  return seen;
}

async function perSecond(work) {
  const start = performance.now();
  await work();
  return (EVENTS * 1000) / (performance.now() - start);
}

/** Replays ten years through the compliance projection into empty read models, with documents, indexes and checkpoint. */
async function run({ rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-bench-'));
  const pairs = [];
  try {
    await fillEvents(folder, EVENTS);
    for (let round = -1; round < rounds; round += 1) {
      const models = mkdtempSync(join(folder, 'models-'));
      const before = await perSecond(() => bareScan(join(folder, 'events.db')));
      const ours = await perSecond(() => replayInto(folder, models));
      const after = await perSecond(() => bareScan(join(folder, 'events.db')));
      rmSync(models, { recursive: true });
      if (round >= 0) pairs.push({ ours, yardstick: 2 / (1 / before + 1 / after) });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return [
    ratioFigure({ name: `replay of ${EVENTS} events, against a bare scan`, unit: 'events/s', target: 0.2 }, pairs),
  ];
}

module.exports = { run };
