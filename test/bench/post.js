const { execFileSync } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { limitFigure, median, ratioFigure } = require('./measure');
const { serving } = require('./serving');

/** The numbers of leases in the store before the load: the cost of a command must not grow with them. */
const SIZES = (process.env.MIXITE_BENCH_LEASES ?? '10000,1000000').split(',').map(Number);
/**
 * The allowed growth of the cost. The index of numbers is a tree, which gets one level deeper for a hundred times more
 * leases. A cost that grew with the store would be many times greater.
 */
const GROWTH = 1.25;
const SECONDS = Number(process.env.MIXITE_BENCH_SECONDS ?? 5);
/** Greater than every number used to fill a store. */
const FIRST = 1_000_000_000;

const support = (name) => join(__dirname, 'support', name);

/** The numbers continue from one load to the next, so that each lease is new. */
let first = FIRST;
function load(url, seconds = SECONDS) {
  const words = [support('load-leases.js'), url, String(seconds), String(first)];
  const measured = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }));
  if (measured.failed > 0) throw new Error(`${measured.failed} requests failed`);
  first = measured.sent;
  return measured;
}

function fill(folder, count) {
  execFileSync(process.execPath, [support('fill.js'), folder, String(count)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function measureSize(count, rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-bench-leases-'));
  try {
    fill(folder, count);
    return await serving('serve-bare.js', [], (bare) =>
      serving('serve-leases.js', [folder], async (ours) => {
        for (const url of [bare, ours]) load(url, 3);
        const taken = [];
        for (let round = 0; round < rounds; round += 1) {
          const before = load(bare);
          const { perSecond, p99 } = load(ours);
          const yardstick = (before.perSecond + load(bare).perSecond) / 2;
          taken.push({ ours: perSecond, yardstick, p99 });
        }
        return taken;
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compares leases sent one by one over HTTP, recorded durably, sealed and projected, with bare Fastify on the same body. */
async function run({ rounds }) {
  const figures = [];
  const ratios = [];
  for (const count of SIZES) {
    const taken = await measureSize(count, rounds);
    const name = `POST of a lease, 64 connections, on ${count} leases`;
    figures.push(ratioFigure({ name: `${name}, against bare Fastify`, unit: 'requests/s', target: 0.2 }, taken));
    figures.push(
      limitFigure(
        { name: `${name}, p99`, unit: 'ms', limit: 100 },
        taken.map(({ p99 }) => p99),
      ),
    );
    ratios.push(median(taken.map(({ ours, yardstick }) => ours / yardstick)));
  }
  if (SIZES.length > 1) {
    const name = `POST of a lease, its cost on ${SIZES.at(-1)} leases beside ${SIZES[0]}`;
    figures.push(limitFigure({ name, unit: 'times', limit: GROWTH }, [ratios[0] / ratios.at(-1)]));
  }
  return figures;
}

module.exports = { run };
