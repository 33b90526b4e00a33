import * as fc from 'fast-check';
import { openMixite } from './mixite';
import { rehousingsAgree } from './rehousing-agreement';

const RUNS = process.env['MIXITE_LONG_TESTS'] ? 500 : 20;

it('reports the operations as the files give them, whatever the operations and their history', async () => {
  await fc.assert(rehousingsAgree(openMixite), { numRuns: RUNS, endOnFailure: true });
}, 600_000);
