const { execFileSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { limitFigure } = require('./measure');
const { load, tokenOf } = require('./process');
const { serving } = require('./serving');

/** The numbers of vacancies in the store before the load: the cost of a command must not grow with them. */
const SIZES = (process.env.MIXITE_BENCH_VACANCIES ?? '10000,200000').split(',').map(Number);
const LEASES = 10_000;
/** The allowed growth of the cost, as for leases (see post.js). */
const GROWTH = 1.25;

const support = (name) => join(__dirname, 'support', name);

function fill(folder, count) {
  const stdio = ['ignore', 'ignore', 'inherit'];
  execFileSync(process.execPath, [support('fill.js'), folder, String(LEASES), 'convention'], { stdio });
  execFileSync(process.execPath, [support('fill-vacancies.js'), folder, String(count)], { stdio });
}

/** Seconds of processor time that the process has used, with all its threads. Linux tells them in hundredths. */
function processorTime(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Milliseconds of processor time for each command. */
function costOf({ url, pid, token }) {
  const before = processorTime(pid);
  const { commands } = load(url, token);
  return ((processorTime(pid) - before) * 1_000) / commands;
}

/** Serves the folders all at once, so that each round measures them one after the other on the same machine. */
async function withAll(folders, work, servers = []) {
  if (folders.length === servers.length) return work(servers);
  return serving('serve-leases.js', [folders[servers.length]], async (url, pid) =>
    withAll(folders, work, [...servers, { url, pid, token: await tokenOf(url) }]),
  );
}

/** The processor time of a command of the live process, on few vacancies and on many. */
async function run({ rounds }) {
  const folders = SIZES.map(() => mkdtempSync(join(tmpdir(), 'mixite-bench-vacancies-')));
  try {
    folders.forEach((folder, index) => fill(folder, SIZES[index]));
    const growths = await withAll(folders, async (servers) => {
      for (const server of servers) costOf(server);
      return Array.from({ length: rounds }, () => {
        const costs = servers.map(costOf);
        return costs.at(-1) / costs[0];
      });
    });
    const name = `a command of the live process, its cost on ${SIZES.at(-1)} vacancies beside ${SIZES[0]}`;
    return [limitFigure({ name, unit: 'times', limit: GROWTH }, growths)];
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { run };
