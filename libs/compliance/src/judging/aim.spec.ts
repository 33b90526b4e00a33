import fc from 'fast-check';
import { anObjective } from '#convention/testing';
import type { Operator } from '#convention';
import type { Share } from '#kernel';
import { aimOf, judged, nearestPercent } from './aim';

type Given = readonly [operator: Operator, numerator: number | null, denominator?: number];

const objectives = (given: readonly Given[]) =>
  given.map(([operator, numerator, denominator = 100]) =>
    anObjective({ operator, value: numerator === null ? null : { numerator, denominator } }),
  );
const judgedAt = (numerator: number, denominator: number, ...given: readonly Given[]) =>
  judged(aimOf(objectives(given)), { numerator, denominator });

describe('the aim of several objectives on one figure', () => {
  it.each<[string, readonly Given[], unknown]>([
    ['a floor', [['min', 25]], { min: 0.25 }],
    [
      'the highest floor',
      [
        ['min', 25],
        ['min', 50],
        ['min', 33],
      ],
      { min: 0.5 },
    ],
    [
      'the lowest ceiling',
      [
        ['max', 25],
        ['max', 20],
        ['max', 33],
      ],
      { max: 0.2 },
    ],
    [
      'a floor and a ceiling',
      [
        ['max', 60],
        ['min', 40],
      ],
      { min: 0.4, max: 0.6 },
    ],
    ['none at all', [['zero', null]], { max: 0 }],
    ['an equality', [['equal', 1, 3]], { equal: 1 / 3 }],
    [
      'nothing to tend to',
      [
        ['tendTo', 25],
        ['monitor', null],
      ],
      null,
    ],
    ['nothing', [], null],
  ])('%s', (_, given, target) => {
    expect(judgedAt(1, 2, ...given).target).toEqual(target);
  });

  it.each<[number, number, readonly Given[], 'met' | 'missed' | null]>([
    [1, 3, [['min', 1, 3]], 'met'],
    [333_333, 1_000_000, [['min', 1, 3]], 'missed'],
    [1, 3, [['max', 1, 3]], 'met'],
    [333_334, 1_000_000, [['max', 1, 3]], 'missed'],
    [
      1,
      4,
      [
        ['min', 25],
        ['max', 20],
      ],
      'missed',
    ],
    [0, 9, [['zero', null]], 'met'],
    [1, 9, [['zero', null]], 'missed'],
    [495, 1000, [['equal', 50]], 'met'],
    [494, 1000, [['equal', 50]], 'missed'],
    [505, 1000, [['equal', 50]], 'missed'],
    [33, 100, [['equal', 1, 3]], 'met'],
    [1, 8, [['equal', 13]], 'met'],
    [0, 0, [['min', 25]], null],
    [1, 2, [['tendTo', 25]], null],
    [
      1,
      2,
      [
        ['equal', 50],
        ['equal', 40],
      ],
      'missed',
    ],
  ])('%i of %i against %j is %s', (numerator, denominator, given, status) => {
    expect(judgedAt(numerator, denominator, ...given).status).toBe(status);
  });

  it('compares exactly, also where floating-point numbers would be equal', () => {
    expect(judgedAt(4_503_599_627_370_495, 9_007_199_254_740_991, ['min', 1, 2]).status).toBe('missed');
  });

  it('rounds to the nearest percent, half up', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (a, b) => {
        const share: Share = { numerator: Math.min(a, b), denominator: b };
        expect(nearestPercent(share)).toBe(Math.floor((200 * share.numerator + b) / (2 * b)));
      }),
    );
    expect([
      nearestPercent({ numerator: 1, denominator: 200 }),
      nearestPercent({ numerator: 49, denominator: 10_000 }),
    ]).toEqual([1, 0]);
  });
});
