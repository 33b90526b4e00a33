const { execFileSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');

const FOLDER = join(__dirname, '../peers');

/** The peer to compare with. It is installed at its first use, because it is not part of `npm ci`. @throws where it cannot be installed */
function emmett() {
  if (!existsSync(join(FOLDER, 'node_modules/@event-driven-io/emmett-sqlite'))) {
    console.error('installing the peers (test/bench/peers)…');
    execFileSync('npm', ['ci', '--prefix', FOLDER], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return createRequire(join(FOLDER, 'package.json'))('@event-driven-io/emmett-sqlite');
}

module.exports = { emmett };
