/**
 * Shows where the time of sealing goes during durable appends: `node --min-semi-space-size=8
 * test/bench/support/sealing-in-place.js` (after a build). For each way it prints, in microseconds, its own time and
 * the time of the append with it. The means leave out the slowest twentieth, which are checkpoints.
 */
const { createCipheriv, randomBytes } = require('node:crypto');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const dist = '../../../dist/libs';
const { packSealed } = require(`${dist}/allocation/src/index.js`);
const { NO_UPCASTERS, openSqliteEventStore } = require(`${dist}/event-store/src/index.js`);
const { newUuid, systemClock } = require(`${dist}/kernel/src/index.js`);
const { openSqliteVault } = require(`${dist}/people/src/index.js`);
const { append, FACTS } = require('../sealing');

const APPENDS = 150_000;
const WARMING = APPENDS / 5;
const BLOCK = 50;
const HOUSEHOLDS = 500;

/** The ways to make a box. Each returns a box of the same length. */
function waysOf(session, households, ready) {
  const key = randomBytes(32);
  const nonce = Buffer.alloc(12);
  return {
    'box made beforehand': () => ready,
    sealed: (at, id) => session.seal(households[at % HOUSEHOLDS], id, packSealed(FACTS)),
    'the cipher made, not used': (at) => {
      nonce.writeUInt32LE(at);
      createCipheriv('aes-256-gcm', key, nonce);
      return ready;
    },
    'the text made, not sealed': () => {
      Buffer.from(JSON.stringify(packSealed(FACTS))).toString('base64');
      return ready;
    },
    'nothing done for 6 µs': () => {
      const end = performance.now() + 0.006;
      while (performance.now() < end);
      return ready;
    },
  };
}

async function measure(store, ways) {
  const names = Object.keys(ways);
  const taken = names.map(() => ({ itself: [], whole: [] }));
  for (let at = 0; at < APPENDS; at += 1) {
    const way = Math.floor(at / BLOCK) % names.length;
    const id = newUuid();
    const start = performance.now();
    const box = ways[names[way]](at, id);
    const made = performance.now();
    await append(store, id, box);
    if (at < WARMING) continue;
    taken[way].itself.push(made - start);
    taken[way].whole.push(performance.now() - start);
  }
  names.forEach((name, way) => {
    const [itself, whole] = [taken[way].itself, taken[way].whole].map(trimmedMean);
    process.stdout.write(`${name.padEnd(28)} itself ${itself.toFixed(1).padStart(5)}   append ${whole.toFixed(1)}\n`);
  });
}

/** The mean in microseconds, without the slowest twentieth. */
function trimmedMean(milliseconds) {
  const kept = milliseconds.sort((a, b) => a - b).slice(0, Math.floor(milliseconds.length * 0.95));
  return (kept.reduce((sum, each) => sum + each, 0) / kept.length) * 1000;
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-bench-'));
  const store = openSqliteEventStore({ folder, mode: 'writer', clock: systemClock, upcasters: NO_UPCASTERS });
  const vault = await openSqliteVault({ folder });
  try {
    const numbers = Array.from({ length: HOUSEHOLDS }, (_, at) => `0780000000000${at}`);
    const session = vault.session();
    await session.prepare({ households: numbers });
    const households = numbers.map((number) => session.household(number));
    await session.commit();
    await measure(store, waysOf(session, households, session.seal(households[0], newUuid(), packSealed(FACTS))));
  } finally {
    await vault.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
