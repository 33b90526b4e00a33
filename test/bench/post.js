const { execFileSync, spawn } = require('node:child_process');
const { once } = require('node:events');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { limitFigure, median, ratioFigure } = require('./measure');

/** How many leases stand in the store before the load: the cost of a command must not grow with them. */
const SIZES = (process.env.MIXITE_BENCH_LEASES ?? '10000,1000000').split(',').map(Number);
/** The index of numbers is a tree, one level deeper for a hundred times more; a cost that grew with the store would be many times this. */
const GROWTH = 1.25;
const SECONDS = Number(process.env.MIXITE_BENCH_SECONDS ?? 5);
/** Beyond every number that fills a store. */
const FIRST = 1_000_000_000;

/** As bin/mixite.js starts, and the images: a nursery that does not begin at its smallest. Given to both sides. */
const NODE_WORDS = ['--min-semi-space-size=8'];

const support = (name) => join(__dirname, 'support', name);

/** A server in a process of its own, while the work lasts. */
async function serving(script, words, work) {
  const server = spawn(process.execPath, [...NODE_WORDS, support(script), ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(server, 'exit');
  const [line] = await Promise.race([once(server.stdout, 'data'), ended.then(() => [undefined])]);
  if (line === undefined) throw new Error(`${script} did not start`);
  try {
    return await work(String(line).trim());
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

/** Numbers go on from one load to the next: each lease is another. */
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

/** Leases told one by one over HTTP, durable, sealed and projected, against Fastify alone on the same body. */
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
