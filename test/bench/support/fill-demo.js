/** Fills a new data folder with the demonstration until the end of a day, as `mixite demo` does. */
const { join } = require('node:path');
const dist = join(__dirname, '../../../dist');
const { loadDemo } = require(join(dist, 'apps/cli/src/demo/load-demo.js'));
const { StagedClock } = require(join(dist, 'apps/cli/src/demo/staged-clock.js'));
const { openWriter } = require(join(dist, 'apps/cli/src/session.js'));
const { endOfDay } = require(join(dist, 'libs/kernel/src/index.js'));

async function main([folder, until]) {
  const clock = new StagedClock();
  const installation = await openWriter(folder, undefined, clock);
  await loadDemo(installation, clock, endOfDay(until));
  await installation.engine.catchUpAll();
  await installation.close();
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
