/**
 * Builds the wire server of this folder once, in a cache under `node_modules`. `node test/wire/mongodb/binary.js`
 * builds it before the tests, where they need it and Go is installed. The first build takes about a minute, later
 * builds take seconds.
 */
const { execFileSync, spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } = require('node:fs');
const { join, resolve } = require('node:path');

const CACHE = resolve(__dirname, '../../../node_modules/.cache/mixite');

function hasGo() {
  return spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0;
}

/** The path of the binary of these sources. Several processes may build it at the same time: each renames a complete file. */
function binary() {
  const path = join(CACHE, `mongodb-${digestOfSources()}`);
  if (existsSync(path)) return path;
  if (!hasGo())
    throw new Error('the wire server of test/wire/mongodb needs Go, which is absent: install Go, or set MONGODB_URL');
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

/**
 * Builds the server before the tests. Does nothing without Go or with a real server: the tests then report that they
 * are skipped.
 */
function buildAhead() {
  const { MONGODB_URL, MIXITE_REQUIRE_SERVERS } = process.env;
  if (MONGODB_URL || (!hasGo() && !MIXITE_REQUIRE_SERVERS)) return;
  console.log(binary());
}

module.exports = { binary, hasGo };
if (require.main === module) buildAhead();
