/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testEnvironment: 'node',
  testRegex: '\\.spec\\.ts$',
  moduleNameMapper: {
    '^#packs/(.*)$': '<rootDir>/packs/$1',
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^#([a-z-]+)/(module|api)$': '<rootDir>/libs/$1/src/$2.ts',
    '^#([a-z-]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    // A dynamic import names the compiled file, as Node asks: './import.js' is import.ts.
    '^(\\./[a-z-]+)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': ['@swc/jest', require('./.swcrc.json')],
    // An ES module alone, which jest cannot load as it is.
    '/node_modules/jose/.+\\.js$': ['@swc/jest', { module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
  reporters: ['default', '<rootDir>/test/plain-reporter.js'],
  setupFiles: ['<rootDir>/test/support/seed.js'],
  // Guards against what never ends, not measures: the machine may be busy with other work.
  testTimeout: 240_000,
  maxWorkers: 2,
};
