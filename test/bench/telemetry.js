const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { NO_UPCASTERS, openSqliteEventStore } = require('../../dist/libs/event-store/src/index.js');
const { systemClock } = require('../../dist/libs/kernel/src/index.js');
const { Metrics, Telemetry } = require('../../dist/libs/telemetry/src/index.js');
const { clients, perSecond } = require('./append');
const { limitFigure, ratioFigure } = require('./measure');

const GROUP = 64;
/** The number of slices in a round. They are short, so that both stores run under the same load. */
const SLICES = 12;

/**
 * The sizes of the slices differ, because SQLite makes a checkpoint after a fixed number of pages, which should not
 * always happen in the same store.
 */
function sizeOf(slice) {
  return 12 + ((slice * 7) % 13);
}

function alone(store, slice) {
  const count = sizeOf(slice) * 10;
  const [next] = clients(1);
  const batches = Array.from({ length: count }, next);
  return seconds(count, async () => {
    for (const one of batches) await store.append(one);
  });
}

function together(store, slice) {
  const all = clients(GROUP);
  const groups = Array.from({ length: sizeOf(slice) }, () => all.map((next) => next()));
  return seconds(GROUP * groups.length, async () => {
    for (const group of groups) await Promise.all(group.map((one) => store.append(one)));
  });
}

/** The seconds of one append. */
async function seconds(count, work) {
  return 1 / (await perSecond(count, work));
}

function opened(instruments) {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-bench-'));
  const plain = openSqliteEventStore({
    folder,
    mode: 'writer',
    clock: systemClock,
    upcasters: NO_UPCASTERS,
    onCommitted: instruments?.onCommitted,
  });
  return { folder, plain, store: instruments ? instruments.watch(plain) : plain };
}

/** One round: the stores alternate, and each is first as often as second. */
async function compare(bare, measured, work) {
  const spent = { bare: 0, measured: 0 };
  for (let slice = 0; slice < SLICES; slice += 1) {
    const order = slice % 2 === 0 ? ['bare', 'measured'] : ['measured', 'bare'];
    for (const name of order) spent[name] += await work(name === 'bare' ? bare : measured, slice);
  }
  return { ours: SLICES / spent.measured, yardstick: SLICES / spent.bare };
}

/** A store that answers in groups without writing. The rest of the cost of an append is then the cost of measuring. */
function idleStore() {
  const answer = { revision: 0, position: '1', repeated: false };
  let waiting = [];
  const append = () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length > 1) return;
      setImmediate(() => {
        const group = waiting;
        waiting = [];
        for (const one of group) one(answer);
      });
    });
  return { append, readStream: append, readAll: append };
}

/** The processor time of one append, in microseconds. Other processes affect it less than the clock time. */
async function processorTime(store) {
  const groups = 1_000;
  const batch = { stream: 'idle', expected: 'any', events: [{}] };
  const before = process.cpuUsage();
  for (let group = 0; group < groups; group += 1)
    await Promise.all(Array.from({ length: GROUP }, () => store.append(batch)));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (groups * GROUP);
}

/** Measures the cost of metrics for an append: the same store with and without metrics. */
async function run({ rounds }) {
  const metrics = new Metrics();
  const bare = opened();
  const measured = opened(new Telemetry(metrics).instruments());
  const pairs = { alone: [], together: [] };
  const added = [];
  const idle = idleStore();
  const watched = new Telemetry(metrics).instruments().watch(idle);
  try {
    for (let round = -1; round < rounds; round += 1) {
      const one = await compare(bare.store, measured.store, alone);
      const many = await compare(bare.store, measured.store, together);
      const cost = (await processorTime(watched)) - (await processorTime(idle));
      if (round < 0) continue;
      added.push(cost);
      pairs.alone.push(one);
      pairs.together.push(many);
    }
  } finally {
    metrics.stop();
    for (const { plain, folder } of [bare, measured]) {
      await plain.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return [
    limitFigure({ name: 'metrics, processor time added to an append', unit: 'µs', limit: 0.9 }, added),
    ratioFigure({ name: 'append with metrics, one at a time', unit: 'events/s', target: 0.98 }, pairs.alone),
    ratioFigure({ name: `append with metrics, ${GROUP} at once`, unit: 'events/s', target: 0.98 }, pairs.together),
  ];
}

module.exports = { run };
