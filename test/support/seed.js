/**
 * Property tests run with a fixed seed, so that a failure comes from a change of the code. Long test runs draw a new
 * seed each time, and print it at a failure.
 */
const fc = require('fast-check');

if (!process.env.MIXITE_LONG_TESTS) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_230_630 });
