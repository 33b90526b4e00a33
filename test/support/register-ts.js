/**
 * Runs TypeScript sources without a build: `node -r ./test/support/register-ts.js file.ts`. It compiles each file as it is
 * required and finds the libraries by their names, as the tests do: a test can then start a process of its own and kill it.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, resolve } = require('node:path');
const { transformSync } = require('@swc/core');
const swcOptions = require('../../.swcrc.json');

const LIBRARIES = resolve(__dirname, '../../libs');
const FACE = /^#([a-z-]+)(\/testing)?$/;

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const face = FACE.exec(request);
  if (!face) return resolveFilename.call(this, request, ...rest);
  return join(LIBRARIES, face[1], 'src', face[2] ? 'testing/index.ts' : 'index.ts');
};

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...swcOptions, swcrc: false, filename });
  module._compile(code, filename);
};
