import fc from 'fast-check';
import type { Objective } from '#convention';
import { anObjective } from '#convention/testing';
import { day } from '#kernel';
import { judged, aimOf } from '../judging/aim';
import { missingTo } from './missing';
import { paceOf } from './pace';

const YEAR = { from: day('2023-01-01'), to: day('2023-12-31') };
/** 73 of 365 days: four times as many allocations are still to come. */
const AFTER_A_FIFTH = day('2023-03-14');
const share = (numerator: number, denominator: number) => ({ numerator, denominator });

const pace = (objective: Partial<Objective>, numerator: number, denominator: number, today = AFTER_A_FIFTH) => {
  const whole = anObjective(objective);
  const { status } = judged(aimOf([whole]), { numerator, denominator });
  return paceOf(whole, { numerator, denominator, status }, YEAR, today);
};

describe('what the rest of a period asks', () => {
  it('is the rate among the allocations still to come at which the period ends on the value', () => {
    // 10 of 100, 400 to come: 125 of 500 are wanted, so 115 of the 400.
    expect(pace({ value: share(1, 4) }, 10, 100)).toEqual({
      elapsedDays: 73,
      remainingDays: 292,
      expected: share(400, 1),
      needed: share(23, 80),
      reach: 'possible',
    });
  });

  it('is never reached where even all of them, or none of them, do not reach it', () => {
    expect(pace({ value: share(9, 10) }, 10, 100)).toMatchObject({ needed: share(11, 10), reach: 'never' });
    expect(pace({ operator: 'max', value: share(1, 10) }, 60, 100)).toMatchObject({
      needed: share(-1, 40),
      reach: 'never',
    });
    expect(pace({ operator: 'max', value: share(1, 10) }, 30, 100)).toMatchObject({
      needed: share(1, 20),
      reach: 'possible',
    });
    expect(pace({ operator: 'zero', value: null }, 1, 100)).toMatchObject({ needed: share(-1, 400), reach: 'never' });
    expect(pace({ operator: 'equal', value: share(1, 2) }, 0, 1)).toMatchObject({ reach: 'possible' });
  });

  it('tells the rate that keeps an objective which is reached now', () => {
    expect(pace({ value: share(1, 4) }, 50, 100)).toMatchObject({ needed: share(3, 16), reach: 'reached' });
  });

  it('for a count, is the share of those to come that must count', () => {
    const wanted = { measure: 'count', value: share(30, 1) } as const;
    const of = (numerator: number, denominator: number, status: 'met' | 'missed') =>
      paceOf(anObjective(wanted), { numerator, denominator, status }, YEAR, AFTER_A_FIFTH);
    expect(of(5, 10, 'missed')).toMatchObject({ expected: share(40, 1), needed: share(5, 8), reach: 'possible' });
    expect(of(1, 5, 'missed')).toMatchObject({ needed: share(29, 20), reach: 'never' });
    expect(of(30, 40, 'met')).toMatchObject({ reach: 'reached' });
  });

  it('is null where it means nothing', () => {
    expect(pace({}, 0, 0)).toBeNull();
    expect(pace({ operator: 'monitor', value: null }, 1, 2)).toBeNull();
    expect(pace({ operator: 'tendTo' }, 1, 2)).toBeNull();
    expect(pace({ figure: 'REHOUSED' }, 1, 2)).toBeNull();
    expect(pace({}, 1, 2, day('2023-12-31'))).toBeNull();
    expect(pace({}, 1, 2, day('2022-12-31'))).toBeNull();
    expect(pace({}, 1, 2, day('2023-12-30'))).not.toBeNull();
    expect(pace({}, 1, 2, day('2023-01-01'))).not.toBeNull();
  });

  it('never reaches a floor exactly where fewer come than are missing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(500),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 364 }),
        (denominator, drawn, percent, elapsed) => {
          const numerator = Math.min(drawn, denominator);
          const value = share(percent, 100);
          const today = new Date(Date.UTC(2023, 0, elapsed)).toISOString().slice(0, 10);
          const found = pace({ value }, numerator, denominator, day(today))!;
          const missing = missingTo({ operator: 'min', measure: 'share', value }, { numerator, denominator })!;
          if (missing === 0) return expect(found.reach).toBe('reached');
          const { numerator: come, denominator: over } = found.expected;
          if (come >= missing * over) expect(found.reach).toBe('possible');
          // Between two whole numbers of allocations, the exact rate decides.
          else if (come <= (missing - 1) * over) expect(found.reach).toBe('never');
        },
      ),
    );
  });
});
