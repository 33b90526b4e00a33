import * as fc from 'fast-check';
import { openMixite } from './mixite';
import { rehousingsAgree } from './rehousing-agreement';

const RUNS = process.env['MIXITE_LONG_TESTS'] ? 500 : 20;

it('gives the state that the files give, whatever the operations and their history', async () => {
  await fc.assert(rehousingsAgree(openMixite), { numRuns: RUNS, endOnFailure: true });
}, 600_000);
