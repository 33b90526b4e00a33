/**
 * Builds the wire server of this folder once, beside npm's other caches: `node test/wire/mongodb/binary.js` does it ahead of the
 * tests, where they need it and Go is here. The first build takes about a minute, the next ones seconds.
 */
const { execFileSync, spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } = require('node:fs');
const { join, resolve } = require('node:path');

const CACHE = resolve(__dirname, '../../../node_modules/.cache/mixite');

function hasGo() {
  return spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0;
}

/** The path of the binary of these sources. Several processes may build it at once: each puts a whole file in its place. */
function binary() {
  const path = join(CACHE, `mongodb-${digestOfSources()}`);
  if (existsSync(path)) return path;
  if (!hasGo())
    throw new Error('Go builds the wire server of test/wire/mongodb, and is not here: install it, or set MONGODB_URL');
  mkdirSync(CACHE, { recursive: true });
  const partial = `${path}.${process.pid}`;
  execFileSync('go', ['build', '-buildvcs=false', '-trimpath', '-o', partial, '.'], {
    cwd: __dirname,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  renameSync(partial, path);
  return path;
}

function digestOfSources() {
  const hash = createHash('sha256');
  const sources = readdirSync(__dirname).filter((name) => /^go\.(mod|sum)$|\.go$/.test(name));
  for (const name of sources.sort()) hash.update(`${name}\n`).update(readFileSync(join(__dirname, name)));
  return hash.digest('hex').slice(0, 16);
}

/** Without Go or a need for it, the tests say themselves that they are skipped. */
function buildAhead() {
  const { MONGODB_URL, MIXITE_REQUIRE_SERVERS } = process.env;
  if (MONGODB_URL || (!hasGo() && !MIXITE_REQUIRE_SERVERS)) return;
  console.log(binary());
}

module.exports = { binary, hasGo };
if (require.main === module) buildAhead();
