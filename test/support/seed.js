/**
 * Property tests run on one seed, so that a change is judged by what it changes; the long form draws a new one each time, and
 * prints it where it fails.
 */
const fc = require('fast-check');

if (!process.env.MIXITE_LONG_TESTS) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_230_630 });
