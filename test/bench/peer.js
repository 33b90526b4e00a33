const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const Database = require('better-sqlite3');
const dist = '../../dist/libs';
const { NO_UPCASTERS, openSqliteEventStore } = require(`${dist}/event-store/src/index.js`);
const { newUuid, systemClock } = require(`${dist}/kernel/src/index.js`);
const { ProcessingEngine } = require(`${dist}/processing/src/index.js`);
const { openSqliteReadStore } = require(`${dist}/read-store/src/index.js`);
const { countFigure, ratioFigure, settle } = require('./measure');
const { emmett } = require('./support/peers');

const ALONE = 300;
/**
 * The appends before the first round. The log of each side must have been full once, because a growing file costs the
 * disk more than the page itself. The logs have different lengths (ours 16 MiB, the peer's 4 MiB).
 */
const OUR_WARM_UP = 3_000;
const THEIR_WARM_UP = 700;
const WRITERS = 64;
const REPLAYED = 3_000;
const FULL = 2;

const DATA = { residence: 'R-78621-0042', quartile: 1, priority: true, notes: 'n'.repeat(160) };
const METADATA = { actor: 'administrator', role: 'administrator', correlationId: newUuid(), causationId: newUuid() };

function ourBatch() {
  const id = newUuid();
  const event = { id, type: 'AllocationSigned', schemaVersion: 1, data: DATA, metadata: METADATA };
  return { stream: `allocation-${id}`, expected: 'none', events: [event] };
}

const theirEvent = () => ({ type: 'AllocationSigned', data: DATA, metadata: METADATA });
/** A number is needed: the peer treats "must not exist" as no expectation. */
const NEW_STREAM = { expectedStreamVersion: 0n };

async function perSecond(count, work) {
  settle();
  const start = performance.now();
  await work();
  return (count * 1000) / (performance.now() - start);
}

/** Checks that the peer waits for the disk at each commit, as our store does. @throws where it does not */
async function requireSameDurability({ sqliteConnection }, fileName) {
  const connection = sqliteConnection({ fileName });
  const { synchronous } = await connection.querySingle('PRAGMA synchronous');
  const { journal_mode: journal } = await connection.querySingle('PRAGMA journal_mode');
  connection.close();
  if (synchronous !== FULL || journal !== 'wal')
    throw new Error(`the peer runs ${journal}, synchronous ${synchronous}`);
}

async function appendAlone(rounds, ours, theirs) {
  const pairs = [];
  for (let at = 0; at < THEIR_WARM_UP; at += 1)
    await theirs.appendToStream(`s-${newUuid()}`, [theirEvent()], NEW_STREAM);
  for (let at = 0; at < OUR_WARM_UP; at += 1) await ours.append(ourBatch());
  for (let round = -1; round < rounds; round += 1) {
    const yardstick = await perSecond(ALONE, async () => {
      for (let at = 0; at < ALONE; at += 1) await theirs.appendToStream(`s-${newUuid()}`, [theirEvent()], NEW_STREAM);
    });
    const one = await perSecond(ALONE, async () => {
      for (let at = 0; at < ALONE; at += 1) await ours.append(ourBatch());
    });
    if (round >= 0) pairs.push({ ours: one, yardstick });
  }
  return pairs;
}

/** The number of appends stored when many writers append at the same time, counted in the files. */
async function storedOf(append, count) {
  const before = count();
  await Promise.allSettled(Array.from({ length: WRITERS }, append));
  return count() - before;
}

function rowsIn(file, table) {
  return () => {
    const database = new Database(file, { readonly: true });
    try {
      return database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    } finally {
      database.close();
    }
  };
}

/** A minimal projection: one row for each event, and a checkpoint. */
const sample = {
  model: {
    name: 'sample',
    version: 1,
    collections: [{ name: 'rows', columns: { type: 'text' }, indexes: [] }],
  },
  types: ['AllocationSigned'],
  start: () => ({
    apply: ({ id, position, type }, batch) =>
      batch.put({ collection: 'rows', id, position, body: { type, residence: DATA.residence } }),
  }),
};

async function ourReplay(eventStore, folder) {
  const readStore = openSqliteReadStore({ folder, mode: 'writer' });
  const engine = new ProcessingEngine({ eventStore, readStore, projections: [sample], clock: systemClock });
  await engine.catchUpAll();
  await engine.stop();
  await readStore.close();
}

async function theirReplay(theirs, { sqliteConnection }, fileName, round) {
  const connection = sqliteConnection({ fileName });
  await connection.command('CREATE TABLE IF NOT EXISTS rows (id TEXT PRIMARY KEY, type TEXT, residence TEXT)');
  let seen = 0;
  const consumer = theirs.consumer();
  consumer.processor({
    processorId: `bench-${round}`,
    startFrom: 'BEGINNING',
    eachMessage: async ({ type, metadata }, context) => {
      seen += 1;
      const values = [`${round}-${metadata.messageId}`, type, DATA.residence];
      await context.connection.command('INSERT INTO rows (id, type, residence) VALUES (?, ?, ?)', values);
    },
    stopAfter: () => seen >= REPLAYED,
  });
  await consumer.start();
  await consumer.close();
  connection.close();
}

async function replay(rounds, folder, peer, theirs, theirFile) {
  const events = openSqliteEventStore({
    folder: join(folder, 'replayed'),
    mode: 'writer',
    clock: systemClock,
    upcasters: NO_UPCASTERS,
  });
  await events.appendAtomically(Array.from({ length: REPLAYED }, ourBatch));
  const name = 'replayed';
  for (let at = 0; at < REPLAYED; at += 100)
    await theirs.appendToStream(name, Array.from({ length: 100 }, theirEvent), { expectedStreamVersion: BigInt(at) });
  const pairs = [];
  for (let round = -1; round < rounds; round += 1) {
    const yardstick = await perSecond(REPLAYED, () => theirReplay(theirs, peer, theirFile, round));
    const models = mkdtempSync(join(folder, 'models-'));
    const ours = await perSecond(REPLAYED, () => ourReplay(events, models));
    if (round >= 0) pairs.push({ ours, yardstick });
  }
  await events.close();
  return pairs;
}

/**
 * Compares our store with `@event-driven-io/emmett-sqlite`, an event store on the same database: appends, parallel
 * writers, and a replay with the same work.
 */
async function run({ rounds }) {
  const peer = emmett();
  const folder = mkdtempSync(join(tmpdir(), 'mixite-bench-'));
  const fileOf = (name) => join(folder, name);
  const theirs = peer.getSQLiteEventStore({ fileName: fileOf('peer.db') });
  const ours = openSqliteEventStore({
    folder: fileOf('ours'),
    mode: 'writer',
    clock: systemClock,
    upcasters: NO_UPCASTERS,
  });
  try {
    await theirs.appendToStream('first', [theirEvent()]);
    await requireSameDurability(peer, fileOf('peer.db'));
    const alone = await appendAlone(rounds, ours, theirs);
    const stored = await storedOf(() => ours.append(ourBatch()), rowsIn(fileOf('ours/events.db'), 'events'));
    const theirStored = await storedOf(
      () => theirs.appendToStream(`s-${newUuid()}`, [theirEvent()], NEW_STREAM),
      rowsIn(fileOf('peer.db'), 'emt_messages'),
    );
    const replaying = peer.getSQLiteEventStore({ fileName: fileOf('peer-replayed.db') });
    const replayed = await replay(rounds, folder, peer, replaying, fileOf('peer-replayed.db'));
    return [
      ratioFigure({ name: 'append, one at a time, against the peer', unit: 'events/s', target: 10 }, alone),
      countFigure({ name: `${WRITERS} writers at once: stored, of them`, unit: 'events', of: WRITERS }, stored),
      countFigure({ name: `the same by the peer`, unit: 'events', of: WRITERS, target: 0 }, theirStored),
      ratioFigure({ name: 'replay of one row an event, against the peer', unit: 'events/s', target: 20 }, replayed),
    ];
  } finally {
    await ours.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { run };
