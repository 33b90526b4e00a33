import fc from 'fast-check';
import type { Objective } from '#convention';
import { bearingOf } from './bearing';

const quarter = { numerator: 1, denominator: 4 };
const aim = (
  operator: Objective['operator'],
  value: Objective['value'] = quarter,
  measure: Objective['measure'] = 'share',
) => ({
  operator,
  measure,
  value,
});
const share = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('how a lease bears on an objective', () => {
  it('is closer to a floor where the share grows, farther where it falls', () => {
    expect(bearingOf(aim('min'), share(1, 5), share(2, 6))).toBe('closer');
    expect(bearingOf(aim('min'), share(1, 5), share(1, 6))).toBe('farther');
    expect(bearingOf(aim('min'), share(1, 5), share(1, 5))).toBe('none');
    expect(bearingOf(aim('min'), share(5, 5), share(6, 6))).toBe('none');
  });

  it('is farther from a ceiling, or from none at all, where the share grows', () => {
    expect(bearingOf(aim('max'), share(1, 5), share(2, 6))).toBe('farther');
    expect(bearingOf(aim('zero', null), share(0, 5), share(1, 6))).toBe('farther');
    expect(bearingOf(aim('zero', null), share(1, 5), share(1, 6))).toBe('closer');
  });

  it('is closer to a value that is to be equalled, or tended to, where the distance falls', () => {
    for (const operator of ['equal', 'tendTo'] as const) {
      expect(bearingOf(aim(operator), share(1, 5), share(2, 6))).toBe('farther');
      expect(bearingOf(aim(operator), share(1, 8), share(2, 9))).toBe('closer');
      expect(bearingOf(aim(operator), share(1, 3), share(1, 4))).toBe('closer');
      expect(bearingOf(aim(operator, null), share(1, 3), share(1, 4))).toBe('none');
    }
  });

  it('of the first lease of all is what that lease reaches', () => {
    expect(bearingOf(aim('min'), share(0, 0), share(1, 1))).toBe('closer');
    expect(bearingOf(aim('min'), share(0, 0), share(0, 1))).toBe('farther');
    expect(bearingOf(aim('max'), share(0, 0), share(0, 1))).toBe('closer');
    expect(bearingOf(aim('zero', null), share(0, 0), share(0, 1))).toBe('closer');
    expect(bearingOf(aim('equal'), share(0, 0), share(0, 1))).toBe('none');
  });

  it('on a count is that of the numerator', () => {
    const three = share(3, 1);
    expect(bearingOf(aim('min', three, 'count'), share(1, 9), share(2, 10))).toBe('closer');
    expect(bearingOf(aim('max', three, 'count'), share(1, 9), share(2, 10))).toBe('farther');
    expect(bearingOf(aim('equal', three, 'count'), share(3, 9), share(4, 10))).toBe('farther');
    expect(bearingOf(aim('min', three, 'count'), share(1, 9), share(1, 10))).toBe('none');
  });

  it('is nothing where an objective only watches, or does not count the lease', () => {
    for (const operator of ['min', 'max', 'equal'] as const)
      expect(bearingOf(aim(operator), share(0, 0), share(0, 0))).toBe('none');
    expect(bearingOf(aim('monitor', null), share(1, 5), share(2, 6))).toBe('none');
  });

  it('on a floor is the opposite of that on a ceiling of the same value, and large counts are compared exactly', () => {
    const counts = fc
      .integer({ min: 1, max: 2 ** 50 })
      .chain((denominator) =>
        fc.record({ numerator: fc.integer({ min: 0, max: denominator }), denominator: fc.constant(denominator) }),
      );
    const opposite = { closer: 'farther', farther: 'closer', none: 'none' };
    fc.assert(
      fc.property(counts, fc.constantFrom(0, 1), (before, gain) => {
        const after = share(before.numerator + gain, before.denominator + 1);
        const onFloor = bearingOf(aim('min'), before, after);
        expect(bearingOf(aim('max'), before, after)).toBe(opposite[onFloor]);
        const isWhole = before.numerator === before.denominator;
        const isNone = before.numerator === 0;
        expect(onFloor).toBe(gain === 1 ? (isWhole ? 'none' : 'closer') : isNone ? 'none' : 'farther');
      }),
    );
  });
});
