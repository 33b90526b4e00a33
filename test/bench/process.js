const { execFileSync } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { limitFigure, ratioFigure } = require('./measure');
const { serving } = require('./serving');

/** The numbers of leases in the store before the load. The vigilance is asked on the last one. */
const SIZES = (process.env.MIXITE_BENCH_LEASES ?? '10000,1000000').split(',').map(Number);
const SECONDS = Number(process.env.MIXITE_BENCH_SECONDS ?? 5);
const QUESTIONS = Number(process.env.MIXITE_BENCH_QUESTIONS ?? 2_000);
/** Greater than every number used to fill a store. */
const FIRST = 1_000_000_000;

const support = (name) => join(__dirname, 'support', name);
const measured = (script, words) =>
  JSON.parse(execFileSync(process.execPath, [support(script), ...words.map(String)], { encoding: 'utf8' }));

/** The numbers continue from one load to the next, so that each dwelling and each household is new. */
let first = FIRST;
function load(url, token, seconds = SECONDS) {
  const answer = measured('run-processes.js', [url, token, seconds, first]);
  if (answer.failed > 0) throw new Error(`${answer.failed} commands failed`);
  first = answer.sent;
  return answer;
}

/** A token of the administrator: from then on every request needs one. */
async function tokenOf(url) {
  const body = JSON.stringify({ role: 'administrateur' });
  const answer = await fetch(`${url}/api/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { token, ...rest } = await answer.json();
  if (!token) throw new Error(`no token: ${JSON.stringify(rest)}`);
  return token;
}

async function measureSize(count, rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-bench-process-'));
  try {
    execFileSync(process.execPath, [support('fill.js'), folder, String(count), 'convention'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return await serving('serve-bare.js', [], (bare) =>
      serving('serve-leases.js', [folder], async (ours) => {
        const token = await tokenOf(ours);
        load(bare, '-', 3);
        load(ours, token, 3);
        const commands = [];
        const vigilance = [];
        for (let round = 0; round < rounds; round += 1) {
          const before = load(bare, '-');
          const { perSecond, p99 } = load(ours, token);
          const yardstick = (before.perSecond + load(bare, '-').perSecond) / 2;
          commands.push({ ours: perSecond, yardstick, p99 });
          vigilance.push(measured('ask-vigilance.js', [ours, token, QUESTIONS]).p99);
        }
        return { commands, vigilance };
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The whole process of a vacancy over HTTP, under a token, durable and projected, beside bare Fastify with the same bodies. */
async function run({ rounds }) {
  const figures = [];
  for (const count of SIZES) {
    const { commands, vigilance } = await measureSize(count, rounds);
    const name = `commands of whole vacancies, 64 connections, on ${count} leases`;
    figures.push(
      ratioFigure({ name: `${name}, against bare Fastify`, unit: 'commands/s', target: 0.25 }, commands),
      limitFigure(
        { name: `${name}, p99`, unit: 'ms', limit: 100 },
        commands.map(({ p99 }) => p99),
      ),
      limitFigure({ name: `vigilance, 8 at once, on ${count} leases, p99`, unit: 'ms', limit: 20 }, vigilance),
    );
  }
  return figures;
}

module.exports = { run, load, tokenOf };
