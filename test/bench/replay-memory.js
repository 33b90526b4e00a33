const { execFileSync } = require('node:child_process');
const { mkdirSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { limitFigure } = require('./measure');
const { fillEvents } = require('./support/fill-events');

const EVENTS = Number(process.env.MIXITE_BENCH_REMEMBERED ?? 5_000_000);
const LIMIT_MIB = 512;
/** The allowed growth of the memory between a third of the replay and its end. */
const FLAT = 1.25;

/** Measures the memory of a process that replays a long history. It takes minutes and some ten gigabytes of disk. */
async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-bench-'));
  const models = join(folder, 'models');
  try {
    mkdirSync(models);
    await fillEvents(folder, EVENTS);
    const words = [join(__dirname, 'support/replay-into.js'), folder, models, String(EVENTS)];
    const { early, most, seconds } = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }));
    console.error(`${Math.round(EVENTS / seconds)} events/s over ${EVENTS}`);
    return [
      limitFigure({ name: `replay of ${EVENTS} events, largest memory`, unit: 'MiB', limit: LIMIT_MIB }, [most]),
      limitFigure({ name: 'the same, beside its largest over the first third', unit: 'MiB', limit: early * FLAT }, [
        most,
      ]),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { run };
