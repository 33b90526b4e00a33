/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testEnvironment: 'node',
  testRegex: '\\.spec\\.ts$',
  moduleNameMapper: {
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^#([a-z-]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
  },
  transform: { '^.+\\.ts$': ['@swc/jest', require('./.swcrc.json')] },
  reporters: ['default', '<rootDir>/test/plain-reporter.js'],
  testTimeout: 60_000,
  maxWorkers: 2,
};
