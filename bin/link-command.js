'use strict';
/**
 * Puts `mixite` among the commands of this project, so that `npx mixite` starts it at once. With a `bin` in package.json npx would first
 * install the project into a cache of its own, which builds it anew.
 */
const { mkdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '../node_modules/.bin');
const link = join(folder, 'mixite');
mkdirSync(folder, { recursive: true });
rmSync(link, { force: true });
if (process.platform === 'win32')
  writeFileSync(`${link}.cmd`, '@node --min-semi-space-size=8 "%~dp0..\\..\\bin\\mixite.js" %*\r\n');
else symlinkSync('../../bin/mixite.js', link);
