import fc from 'fast-check';
import type { QuartileFact } from '#allocation';
import { day } from '#kernel';
import { REFUSALS, REFUSAL_KINDS, STAGES, type ReachedStage, type Stage } from './candidacy';
import { maskedRefusals, type ShownRefusalFigure } from './masked-refusals';
import { countRefusals, type PlacedCandidacy, type RefusalFigure } from './refusal-counts';

const ON = day('2026-03-02');
const PERIOD = { from: ON, to: ON };

const reached = (stage: Stage): fc.Arbitrary<ReachedStage> => {
  const kinds = REFUSAL_KINDS.filter((kind) => REFUSALS[kind].stage === stage);
  const refusal = fc.record({ kind: fc.constantFrom(...kinds), motive: fc.constantFrom('loyer', 'taille') });
  return fc.option(refusal, { freq: 2 }).map((given) => ({ on: ON, refusal: given }));
};
/** Some candidates alike, and a few others: small groups beside large ones. */
const candidacies = fc
  .array(
    fc.tuple(
      fc.record({
        residence: fc.constantFrom('R1', 'R2', 'R3', 'R4'),
        holder: fc.constantFrom('ETAT', 'VILLE'),
        composition: fc.constantFrom('seul' as const, 'couple' as const, null),
        quartile: fc.constantFrom<QuartileFact>(1, 2, '3-4'),
        beforeCommission: reached('beforeCommission'),
        commission: fc.option(reached('commission')),
        afterCommission: fc.option(reached('afterCommission')),
      }),
      fc.constantFrom(1, 2, 12, 30),
    ),
    { maxLength: 12 },
  )
  .map((kinds): PlacedCandidacy[] => kinds.flatMap(([one, times]) => Array.from({ length: times }, () => one)));

const isTold = (figure: ShownRefusalFigure): figure is RefusalFigure => !('masked' in figure);
const isSmall = (count: number): boolean => count > 0 && count < 11;

describe('the masks of the report of refusals', () => {
  it('show no small count, and let no whole give one back', () => {
    fc.assert(
      fc.property(candidacies, (given) => {
        const full = countRefusals(given, PERIOD);
        const shown = maskedRefusals(full, 'counts');
        expect(shown).toHaveLength(full.length);
        for (const figure of shown.filter(isTold)) {
          expect(figure.numerator).toBeGreaterThanOrEqual(11);
          expect(isSmall(figure.denominator - figure.numerator)).toBe(false);
        }
        for (const stage of STAGES)
          for (const dimension of ['residence', 'holder', 'composition', 'quartile'] as const)
            for (const part of ['numerator', 'denominator'] as const) {
              const at = (some: readonly ShownRefusalFigure[], of: string) =>
                some.filter((one) => one.stage === stage && one.dimension === of && one.refusal === null);
              const [whole] = at(shown, 'all');
              if (!whole || !isTold(whole)) continue;
              const groups = at(shown, dimension);
              const told = groups.filter(isTold).reduce((sum, one) => sum + one[part], 0);
              expect(isSmall(whole[part] - told)).toBe(false);
              const positive = at(full, dimension).filter((one, index) => one[part]! > 0 && !isTold(groups[index]!));
              // One group alone would be what is left, but where it is no small one and so was masked for its other part.
              if (positive.length === 1) expect(isSmall(positive[0]![part]!)).toBe(false);
            }
      }),
      { numRuns: 120 },
    );
  });

  it('tell the refusals of the whole only, and means only of what is told', () => {
    const one = (residence: string, isRefused: boolean): PlacedCandidacy => ({
      residence,
      holder: 'ETAT',
      composition: 'seul',
      quartile: 1,
      beforeCommission: { on: ON, refusal: isRefused ? { kind: 'withdrawnByHousehold', motive: 'loyer' } : null },
      commission: null,
      afterCommission: null,
    });
    const many = (residence: string, refused: number, others: number) => [
      ...Array.from({ length: refused }, () => one(residence, true)),
      ...Array.from({ length: others }, () => one(residence, false)),
    ];
    const shown = maskedRefusals(countRefusals([...many('R1', 20, 30), ...many('R2', 15, 40)], PERIOD), 'counts');
    const told = shown.filter(isTold);
    expect(
      told.map(({ dimension, id, refusal, numerator, mean }) => [dimension, id, refusal, numerator, mean]),
    ).toEqual([
      ['all', null, null, 35, 1 / 3],
      ['all', null, 'withdrawnByHousehold', 35, 1 / 3],
      ['motive', 'loyer', 'withdrawnByHousehold', 35, 1 / 3],
      ['residence', 'R1', null, 20, 1 / 3],
      ['residence', 'R2', null, 15, 1 / 3],
      ['holder', 'ETAT', null, 35, 1 / 3],
      ['composition', 'seul', null, 35, 1 / 3],
      ['quartile', '1', null, 35, 1 / 3],
    ]);
  });

  it('of who reads residences without their lists, mask residences with few candidates, and a second one', () => {
    const candidate = (residence: string): PlacedCandidacy => ({
      residence,
      holder: 'ETAT',
      composition: 'seul',
      quartile: 1,
      beforeCommission: { on: ON, refusal: null },
      commission: null,
      afterCommission: null,
    });
    const given = [3, 14, 20].flatMap((times, at) => Array.from({ length: times }, () => candidate(`R${at}`)));
    const shown = maskedRefusals(countRefusals(given, PERIOD), 'residences');
    const masked = shown.filter((one) => !isTold(one));
    expect([...new Set(masked.map(({ dimension, id }) => `${dimension} ${id}`))]).toEqual([
      'residence R0',
      'residence R1',
    ]);
    const full = countRefusals(given, PERIOD);
    expect(maskedRefusals(full, null)).toBe(full);
  });
});
