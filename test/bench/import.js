const { execFileSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parse } = require('csv-parse/sync');
const { limitFigure, ratioFigure } = require('./measure');
const { writeYear } = require('./year-of-leases');

const ALLOCATIONS = 100_000;

/** An import in a process of its own, whose largest memory the system tells. */
function importOnce(directory) {
  const data = mkdtempSync(join(tmpdir(), 'mixite-bench-data-'));
  try {
    return JSON.parse(
      execFileSync(process.execPath, [join(__dirname, 'support/import-once.js'), directory, data], {
        encoding: 'utf8',
      }),
    );
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** csv-parse alone: the text of the allocations to arrays of cells, nothing done with them. */
function parseOnce(text) {
  const start = performance.now();
  const rows = parse(text, { delimiter: ';' });
  if (rows.length !== ALLOCATIONS + 1) throw new Error(`${rows.length} rows parsed`);
  return performance.now() - start;
}

async function run({ rounds }) {
  const directory = mkdtempSync(join(tmpdir(), 'mixite-bench-files-'));
  const pairs = [];
  const memory = [];
  try {
    writeYear(directory, ALLOCATIONS);
    const text = readFileSync(join(directory, 'attributions.csv'), 'utf8');
    parseOnce(text);
    for (let round = 0; round < rounds; round += 1) {
      const before = parseOnce(text);
      const { milliseconds, mebibytes } = importOnce(directory);
      const yardstick = (before + parseOnce(text)) / 2;
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
