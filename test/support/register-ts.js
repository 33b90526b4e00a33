/**
 * Runs TypeScript sources without a build: `node -r ./test/support/register-ts.js file.ts`. It compiles each file when
 * it is required, and finds the libraries by their names, as the tests do. A test can then start such a process and
 * kill it.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, resolve } = require('node:path');
const { transformSync } = require('@swc/core');
const swcOptions = require('../../.swcrc.json');

const LIBRARIES = resolve(__dirname, '../../libs');
const LIBRARY = /^#([a-z-]+)(\/testing)?$/;

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const library = LIBRARY.exec(request);
  if (!library) return resolveFilename.call(this, request, ...rest);
  return join(LIBRARIES, library[1], 'src', library[2] ? 'testing/index.ts' : 'index.ts');
};

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...swcOptions, swcrc: false, filename });
  module._compile(code, filename);
};
