#!/usr/bin/env -S node --min-semi-space-size=8
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const main = join(__dirname, '../dist/apps/cli/src/main.js');
if (!existsSync(main)) {
  process.stderr.write("Mixité n'est pas encore construit : lancez « npm run build » dans son dossier.\n");
  process.exit(1);
}
require(main).main(process.argv, require('../package.json').version);
