const { existsSync, mkdirSync, readdirSync, writeFileSync } = require('node:fs');
const { cpus } = require('node:os');
const { basename, join } = require('node:path');

const ROUNDS = 5;

/** `node test/bench/run.js [names]` runs all benches of the folder, or the named ones, on the built sources. */
async function main(names) {
  if (!existsSync(join(__dirname, '../../dist/libs'))) throw new Error('nothing is built: npm run build');
  const figures = [];
  for (const { name, run } of benches(names)) {
    console.error(`${name}…`);
    figures.push(...(await run({ rounds: ROUNDS })).map((figure) => ({ bench: name, ...figure })));
  }
  print(figures);
  save(figures);
  if (figures.some((figure) => !isMet(figure))) process.exitCode = 1;
}

/** The files of the folder that export `run`. The other files are shared code. */
function benches(names) {
  const all = readdirSync(__dirname)
    .filter((file) => file.endsWith('.js') && file !== 'run.js')
    .map((file) => ({ name: basename(file, '.js'), run: require(join(__dirname, file)).run }))
    .filter(({ run }) => run);
  return names.length > 0 ? all.filter(({ name }) => names.includes(name)) : all;
}

function isMet({ ratio, target, better }) {
  return better === 'higher' ? ratio >= target : ratio <= target;
}

function print(figures) {
  const header = ['figure', 'unit', 'ours', 'yardstick', 'ratio', 'target', ''];
  const rows = figures.map((figure) => [
    figure.name,
    figure.unit,
    String(figure.ours),
    String(figure.yardstick),
    figure.ratio.toFixed(3),
    `${figure.better === 'higher' ? '≥' : '≤'} ${figure.target}`,
    isMet(figure) ? 'met' : 'MISSED',
  ]);
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column].length)));
  for (const row of [header, ...rows])
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
}

function save(figures) {
  const folder = join(__dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const results = {
    at: new Date().toISOString(),
    node: process.version,
    cpu: cpus()[0]?.model,
    cpus: cpus().length,
    rounds: ROUNDS,
    figures,
  };
  writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(results, null, 2)}\n`);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
