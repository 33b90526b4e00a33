import * as fc from 'fast-check';
import { openMixite } from './mixite';
import { objectivesAgree } from './objectives-agreement';

const RUNS = process.env['MIXITE_LONG_TESTS'] ? 300 : 15;

it('judges as the files say, whatever the convention, its amendments and the year', async () => {
  await fc.assert(
    objectivesAgree(() => openMixite(undefined, 'convention')),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 600_000);
