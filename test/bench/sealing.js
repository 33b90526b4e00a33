const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const dist = '../../dist/libs';
const { packSealed } = require(`${dist}/allocation/src/index.js`);
const { NO_UPCASTERS, openSqliteEventStore } = require(`${dist}/event-store/src/index.js`);
const { newUuid, systemClock } = require(`${dist}/kernel/src/index.js`);
const { openSqliteVault } = require(`${dist}/people/src/index.js`);
const { ratioFigure } = require('./measure');

/**
 * Both ways are measured alternately in short blocks, because the speed of the disk changes within a second. A round
 * has many blocks, so that it is long enough for the engine's compilers (several thousand calls) and contains
 * checkpoints of the log (25 ms each, one in some 700 appends).
 */
const BLOCKS = Number(process.env['MIXITE_BENCH_BLOCKS'] ?? 200);
const APPENDS = 50;
const HOUSEHOLDS = 500;
/** The warm-up rounds. */
const WARMING = Number(process.env['MIXITE_BENCH_WARMING'] ?? 1);

/** The facts that an allocation seals. */
const FACTS = {
  allocationNumber: 'ATT-2023-000123',
  householdNumber: '078000000000000123',
  dwellingReference: 'LOG-R42-0123',
  personsOf14OrMore: 2,
  childrenUnder14: 1,
  income: 1845050,
  givenQuartile: null,
  dalo: false,
  priorityCategory: 'L441-1-b',
  rehousing: null,
  homeCommune: '78621',
  workCommune: '78423',
  professionalMobility: null,
};

const metadata = { actor: 'administrator', role: 'administrator', correlationId: newUuid(), causationId: newUuid() };
const data = { residence: 'R-78621-0042', quartile: 1, priority: true, notes: 'n'.repeat(160) };

/** One durable append with the given box. */
async function append(store, id, people) {
  const event = { id, type: 'AllocationSigned', schemaVersion: 1, data, people, metadata };
  await store.append({ stream: `allocation-${id}`, expected: 'none', events: [event] });
}

/** The milliseconds of durable appends with the same number of bytes. Their boxes are sealed for them, or made beforehand. */
async function milliseconds(store, boxOf) {
  const start = performance.now();
  for (let at = 0; at < APPENDS; at += 1) {
    const id = newUuid();
    await append(store, id, boxOf(at, id));
  }
  return performance.now() - start;
}

/** Measures the cost of sealing for an append of a known household. A new household also writes its key, once. */
async function run({ rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-bench-'));
  const store = openSqliteEventStore({ folder, mode: 'writer', clock: systemClock, upcasters: NO_UPCASTERS });
  const vault = await openSqliteVault({ folder });
  const pairs = [];
  try {
    const numbers = Array.from({ length: HOUSEHOLDS }, (_, at) => `0780000000000${at}`);
    const session = vault.session();
    await session.prepare({ households: numbers });
    const households = numbers.map((number) => session.household(number));
    const ready = session.seal(households[0], newUuid(), packSealed(FACTS));
    await session.commit();
    const sealing = vault.session();
    await sealing.prepare({ households: numbers });
    const sealed = (at, id) => sealing.seal(households[at % HOUSEHOLDS], id, packSealed(FACTS));
    for (let round = -WARMING; round < rounds; round += 1) {
      let [ours, yardstick] = [0, 0];
      for (let block = 0; block < BLOCKS; block += 1) {
        yardstick += await milliseconds(store, () => ready);
        ours += await milliseconds(store, sealed);
      }
      const perSecond = (total) => (BLOCKS * APPENDS * 1000) / total;
      if (round >= 0) pairs.push({ ours: perSecond(ours), yardstick: perSecond(yardstick) });
    }
  } finally {
    await vault.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return [ratioFigure({ name: 'append with sealing, against the same without', unit: 'events/s', target: 0.9 }, pairs)];
}

module.exports = { append, FACTS, run };
