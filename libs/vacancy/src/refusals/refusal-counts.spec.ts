import fc from 'fast-check';
import { COMPOSITIONS, type QuartileFact } from '#allocation';
import { addDays, day, rateOf } from '#kernel';
import { REFUSALS, REFUSAL_KINDS, STAGES, type ReachedStage, type Stage } from './candidacy';
import { countRefusals, type Dimension, type PlacedCandidacy, type RefusalFigure } from './refusal-counts';

const PERIOD = { from: day('2026-01-01'), to: day('2026-12-31') };

function reachedIn(stage: Stage): fc.Arbitrary<ReachedStage> {
  const kinds = REFUSAL_KINDS.filter((kind) => REFUSALS[kind].stage === stage);
  return fc.record({
    // Some days are outside the period.
    on: fc.integer({ min: -40, max: 420 }).map((days) => addDays(PERIOD.from, days)),
    refusal: fc.option(
      fc.record({ kind: fc.constantFrom(...kinds), motive: fc.constantFrom('loyer', 'equilibre', null) }),
    ),
  });
}
const candidacies: fc.Arbitrary<PlacedCandidacy[]> = fc.array(
  fc.record({
    residence: fc.constantFrom('R1', 'R2', 'R3'),
    holder: fc.constantFrom('ETAT', 'VILLE'),
    composition: fc.constantFrom(...COMPOSITIONS, null),
    quartile: fc.constantFrom<QuartileFact>(1, 2, 3, 4, '2-4', '3-4', null),
    beforeCommission: reachedIn('beforeCommission'),
    commission: fc.option(reachedIn('commission')),
    afterCommission: fc.option(reachedIn('afterCommission')),
  }),
  { maxLength: 40 },
);
const sum = (figures: readonly RefusalFigure[], part: 'numerator' | 'denominator') =>
  figures.reduce((total, figure) => total + figure[part], 0);

describe('the counts of refusals', () => {
  it('add up: groups to the whole, refusals to their stage, motives to their refusal', () => {
    fc.assert(
      fc.property(candidacies, (given) => {
        const figures = countRefusals(given, PERIOD);
        for (const stage of STAGES)
          for (const refusal of [null, ...REFUSAL_KINDS.filter((kind) => REFUSALS[kind].stage === stage)]) {
            const of = (dimension: Dimension) =>
              figures.filter((one) => one.stage === stage && one.refusal === refusal && one.dimension === dimension);
            const [whole, ...others] = of('all');
            expect(others).toEqual([]);
            for (const dimension of ['residence', 'holder', 'composition', 'quartile'] as const) {
              const groups = of(dimension);
              expect(sum(groups, 'numerator')).toBe(whole!.numerator);
              expect(sum(groups, 'denominator')).toBe(whole!.denominator);
              for (const { mean, numerator, denominator } of groups) {
                expect(mean).toBe(rateOf(whole!));
                expect(numerator).toBeLessThanOrEqual(denominator);
                expect(denominator).toBeGreaterThan(0);
              }
            }
            if (refusal) expect(sum(of('motive'), 'numerator')).toBe(whole!.numerator);
            else {
              const each = figures.filter((one) => one.dimension === 'all' && one.stage === stage && one.refusal);
              expect(sum(each, 'numerator')).toBe(whole!.numerator);
            }
          }
      }),
      { numRuns: 60 },
    );
  });

  it('count who reached the stage in the period, from the first day to the last', () => {
    const one = (on: string): PlacedCandidacy => ({
      residence: 'R1',
      holder: 'ETAT',
      composition: 'seul',
      quartile: 1,
      beforeCommission: { on: day(on), refusal: { kind: 'withdrawnByHousehold', motive: 'loyer' } },
      commission: null,
      afterCommission: null,
    });
    const figures = countRefusals(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(one), PERIOD);
    expect(figures.find(({ dimension, refusal }) => dimension === 'all' && refusal === null)).toMatchObject({
      numerator: 2,
      denominator: 2,
      rate: 1,
    });
  });

  it('show a group that is refused more often beside the mean of the whole', () => {
    const one = (composition: 'seul' | 'nombreuse', isRefused: boolean): PlacedCandidacy => ({
      residence: 'R1',
      holder: 'ETAT',
      composition,
      quartile: 1,
      beforeCommission: { on: day('2026-03-01'), refusal: null },
      commission: {
        on: day('2026-03-09'),
        refusal: isRefused ? { kind: 'notAllocated', motive: 'taille_inadaptee' } : null,
      },
      afterCommission: null,
    });
    const given = [one('seul', false), one('seul', false), one('seul', true), one('nombreuse', true)];
    const found = countRefusals(given, PERIOD).filter(
      ({ dimension, stage, refusal }) =>
        dimension === 'composition' && stage === 'commission' && refusal === 'notAllocated',
    );
    expect(found.map(({ id, numerator, denominator, mean }) => [id, numerator, denominator, mean])).toEqual([
      ['seul', 1, 3, 0.5],
      ['nombreuse', 1, 1, 0.5],
    ]);
  });
});
