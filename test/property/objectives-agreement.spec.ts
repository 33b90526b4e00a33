import * as fc from 'fast-check';
import type { WrittenConvention, WrittenObjective } from '../naive/written-convention';
import { naiveObjectivesProduct, type ConventionFlaw } from './naive-objectives-product';
import { objectivesAgree } from './objectives-agreement';

const RUNS = { seed: 2025, numRuns: 12, endOnFailure: true };

describe('the comparison of conventions', () => {
  it('agrees with a product that reads the written directories back', async () => {
    await fc.assert(
      objectivesAgree(async () => naiveObjectivesProduct()),
      RUNS,
    );
  });

  it.each<[string, ConventionFlaw]>([
    ['forgets what was known at an instant', { forgetsAsOf: true }],
    ['judges by the first day of the period', { firstDay: true }],
    ['ignores amendments', { convention: (of) => ({ ...of, avenants: [] }) }],
    ['ignores the last day of objectives', { convention: changed((of) => ({ ...of, date_fin: null })) }],
    ['ignores the actor of an objective', { convention: changed((of) => ({ ...of, acteur: null })) }],
    [
      'takes an objective about some entities as one about all of them',
      { convention: changed((of) => ({ ...of, portee: { type: of.portee.type } })) },
    ],
    ['rounds a third', { convention: changed((of) => (of.valeur === '1/3' ? { ...of, valeur: '33 %' } : of)) }],
    ['judges by a value that an objective only tends to', { convention: operator('tendTo', 'min') }],
    ['asks for one allocation too many', { objective: (of) => ({ ...of, missing: of.missing && of.missing + 1 }) }],
    ['shows every change as a rise', { objective: (of) => ({ ...of, trend: of.trend === 'down' ? 'up' : of.trend }) }],
  ])('detects a product that %s', async (_, flaw) => {
    const outcome = await fc.check(
      objectivesAgree(async () => naiveObjectivesProduct(flaw)),
      RUNS,
    );
    expect(String(outcome.errorInstance)).toContain('product: ');
  });
});

function changed(change: (of: WrittenObjective) => WrittenObjective): (of: WrittenConvention) => WrittenConvention {
  return (of) => ({
    ...of,
    objectifs: of.objectifs.map(change),
    avenants: of.avenants?.map((each) => ({ ...each, objectifs: each.objectifs?.map(change) })),
  });
}

function operator(from: string, to: string): (of: WrittenConvention) => WrittenConvention {
  return changed((of) => (of.operateur === from ? { ...of, operateur: to } : of));
}
