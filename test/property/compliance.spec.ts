import * as fc from 'fast-check';
import { agreesWithTheFiles } from './agreement';
import { openMixite } from './mixite';

const RUNS = process.env['MIXITE_LONG_TESTS'] ? 500 : 25;

it('gives the figures that the files give, whatever the territory and its history', async () => {
  await fc.assert(
    agreesWithTheFiles(() => openMixite()),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 600_000);
