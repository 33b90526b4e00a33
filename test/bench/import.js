const { execFileSync } = require('node:child_process');
const { createReadStream, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parse } = require('csv-parse');
const { limitFigure, ratioFigure } = require('./measure');
const { writeYear } = require('./year-of-leases');

const ALLOCATIONS = 100_000;

/** Runs an import in its own process, so that the system reports its largest memory. */
function importOnce(directory) {
  const data = mkdtempSync(join(tmpdir(), 'mixite-bench-data-'));
  try {
    return JSON.parse(
      execFileSync(
        process.execPath,
        ['--min-semi-space-size=8', join(__dirname, 'support/import-once.js'), directory, data],
        {
          encoding: 'utf8',
        },
      ),
    );
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** Runs csv-parse alone, as in its documentation: it streams the rows of the file by column name and does nothing with them. */
async function parseOnce(file) {
  const start = performance.now();
  let rows = 0;
  for await (const row of createReadStream(file).pipe(parse({ delimiter: ';', columns: true, bom: true })))
    rows += row ? 1 : 0;
  if (rows !== ALLOCATIONS) throw new Error(`${rows} rows parsed`);
  return performance.now() - start;
}

async function run({ rounds }) {
  const directory = mkdtempSync(join(tmpdir(), 'mixite-bench-files-'));
  const pairs = [];
  const memory = [];
  try {
    writeYear(directory, ALLOCATIONS);
    const file = join(directory, 'attributions.csv');
    await parseOnce(file);
    for (let round = 0; round < rounds; round += 1) {
      const before = await parseOnce(file);
      const { milliseconds, mebibytes } = importOnce(directory);
      const yardstick = (before + (await parseOnce(file))) / 2;
      pairs.push({ ours: (ALLOCATIONS * 1000) / milliseconds, yardstick: (ALLOCATIONS * 1000) / yardstick });
      memory.push(mebibytes);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  return [
    ratioFigure(
      { name: 'import of 100 000 allocations, sealed, against csv-parse alone', unit: 'rows/s', target: 0.1 },
      pairs,
    ),
    limitFigure({ name: 'import of 100 000 allocations, largest memory', unit: 'MiB', limit: 512 }, memory),
  ];
}

module.exports = { run };
