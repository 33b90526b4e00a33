const { randomUUID } = require('node:crypto');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const Database = require('better-sqlite3');
const { NO_UPCASTERS, openSqliteEventStore } = require('../../dist/libs/event-store/src/index.js');
const { newUuid, systemClock } = require('../../dist/libs/kernel/src/index.js');
const { ratioFigure, settle } = require('./measure');

const ALONE = 1_500;
const GROUP = 64;
const GROUPS = 50;
/** The events from a vacancy to its lease. Then the next stream begins. */
const EVENTS_PER_STREAM = 8;

/** The size of a signed allocation with its sealed facts. */
function event() {
  return {
    id: randomUUID(),
    type: 'AllocationSigned',
    schemaVersion: 1,
    data: { residence: 'R-78621-0042', quartile: 1, priority: true, notes: 'n'.repeat(160) },
    people: { household: randomUUID(), box: 'b'.repeat(240) },
    metadata: {
      effectiveDay: '2024-06-30',
      actor: 'administrator',
      role: 'administrator',
      correlationId: randomUUID(),
      causationId: randomUUID(),
      rowDigest: 'd'.repeat(44),
    },
  };
}

/**
 * A client that works through dossiers one after the other, and appends each event at the known revision. Streams are
 * named as in the product, by ids in the order of time: with random ids each new stream would be on another page of the
 * index.
 */
function client() {
  let stream = '';
  let revision = EVENTS_PER_STREAM - 1;
  return () => {
    revision = (revision + 1) % EVENTS_PER_STREAM;
    if (revision === 0) stream = `vacancy-${newUuid()}`;
    return { stream, expected: revision === 0 ? 'none' : revision - 1, events: [event()] };
  };
}

function clients(count) {
  return Array.from({ length: count }, client);
}

function openRaw(folder) {
  const database = new Database(join(folder, 'raw.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, payload TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO rows (payload) VALUES (?)');
  return { database, append: database.transaction((payload) => insert.run(payload)) };
}

/** The content of a raw row, equal to that of an event's row: fields, stream and digest. */
function payloadOf({ stream, events }) {
  return `${stream}${JSON.stringify(events[0])}${'0'.repeat(32)}`;
}

async function perSecond(count, work) {
  settle();
  const start = performance.now();
  await work();
  return (count * 1000) / (performance.now() - start);
}

function rawAlone(raw) {
  const next = client();
  const payloads = Array.from({ length: ALONE }, () => payloadOf(next()));
  return perSecond(ALONE, () => {
    for (const payload of payloads) raw.append(payload);
  });
}

function oursAlone(store) {
  const batches = Array.from({ length: ALONE }, client());
  return perSecond(ALONE, async () => {
    for (const one of batches) await store.append(one);
  });
}

function oursTogether(store) {
  const together = clients(GROUP);
  const groups = Array.from({ length: GROUPS }, () => together.map((next) => next()));
  return perSecond(GROUP * GROUPS, async () => {
    for (const group of groups) await Promise.all(group.map((one) => store.append(one)));
  });
}

/**
 * Compares durable appends with one-row transactions of the bare binding. They are measured alternately, so that both
 * run under the same load.
 */
async function run({ rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-bench-'));
  const raw = openRaw(folder);
  const store = openSqliteEventStore({ folder, mode: 'writer', clock: systemClock, upcasters: NO_UPCASTERS });
  const alone = [];
  const together = [];
  try {
    for (let round = -1; round < rounds; round += 1) {
      const before = await rawAlone(raw);
      const one = await oursAlone(store);
      const many = await oursTogether(store);
      const after = await rawAlone(raw);
      if (round < 0) continue;
      const yardstick = 2 / (1 / before + 1 / after);
      alone.push({ ours: one, yardstick });
      together.push({ ours: many, yardstick });
    }
  } finally {
    await store.close();
    raw.database.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return [
    ratioFigure({ name: 'append, one at a time', unit: 'events/s', target: 0.8 }, alone),
    ratioFigure({ name: `append, ${GROUP} at once`, unit: 'events/s', target: 6 }, together),
  ];
}

module.exports = { clients, perSecond, run };
