import { day, type Uuid } from '#kernel';
import type { AllocationFact } from './allocation-fact';
import type { Condition } from './condition';
import { COUNTERS, countersOf } from './counters';
import { TOTALS } from './definitions';
import { FIGURE_CODES, figuresFrom, type Figure } from './figure';
import { emptyVector } from './vector';

const plain: AllocationFact = {
  household: '0' as Uuid,
  day: day('2024-03-01'),
  commissionOn: null,
  residence: 'R1',
  holder: 'H1',
  dwellingType: null,
  financing: null,
  firstLetting: 0,
  cancelled: 0,
  transfer: 0,
  quartile: null,
  priority: 0,
  homeWork: 0,
  essentialWorker: 0,
  rehoused: 0,
  composition: null,
  publics: null,
  commune: '78621',
  sector: null,
  landlord: 'L1',
  districts: [],
  inQpv: 0,
  note: null,
  contingent: 'etat',
  delegated: 0,
};
const inQpv: Partial<AllocationFact> = { districts: ['QP1'], inQpv: 1 };
const scope = { kind: 'epci', id: 'epci', label: 'EPCI' } as const;

function figuresOf(fact: Partial<AllocationFact>): Figure[] {
  const vector = emptyVector();
  for (const counter of countersOf({ ...plain, ...fact })) vector[counter]! += 1;
  return figuresFrom(vector, scope);
}

/** The codes of the figures that count one allocation in their numerator, and in their denominator. */
function codesOf(fact: Partial<AllocationFact>): { numerator: string[]; denominator: string[] } {
  const figures = figuresOf(fact);
  return {
    numerator: figures.filter((figure) => figure.numerator === 1).map((figure) => figure.code),
    denominator: figures.filter((figure) => figure.denominator === 1).map((figure) => figure.code),
  };
}

const grid = (cell: string): string[] => ['Q1', 'Q2', 'Q34'].map((quartile) => `${quartile}_FRAGILITY_${cell}_QPV`);
const ALWAYS = ['ALLOCATIONS', 'Q1', 'Q2', 'Q34', 'PRIORITY', 'HOME_WORK', 'ESSENTIAL_WORKERS', 'TRANSFERS'];
const IN = ['Q234_IN_QPV', 'Q34_IN_QPV'];
const OUTSIDE = ['Q1_REHOUSED_OUTSIDE_QPV'];

describe('the figures in whose numerator an allocation counts', () => {
  it.each<[string, Partial<AllocationFact>, string[]]>([
    ['nothing known', {}, []],
    ['first quartile outside QPV', { quartile: '1' }, ['Q1_REHOUSED_OUTSIDE_QPV', 'Q1']],
    ['rehoused outside QPV, whatever the quartile', { rehoused: 1, quartile: '4' }, ['Q1_REHOUSED_OUTSIDE_QPV', 'Q34']],
    ['rehoused in QPV', { ...inQpv, rehoused: 1 }, []],
    ['first quartile in QPV', { ...inQpv, quartile: '1' }, ['Q1']],
    ['second quartile in QPV', { ...inQpv, quartile: '2' }, ['Q234_IN_QPV', 'Q2']],
    ['third quartile in QPV', { ...inQpv, quartile: '3' }, ['Q234_IN_QPV', 'Q34_IN_QPV', 'Q34']],
    ['fourth quartile in QPV', { ...inQpv, quartile: '4' }, ['Q234_IN_QPV', 'Q34_IN_QPV', 'Q34']],
    ['2 to 4 in QPV', { ...inQpv, quartile: '2-4' }, ['Q234_IN_QPV']],
    ['3 to 4 in QPV', { ...inQpv, quartile: '3-4' }, ['Q234_IN_QPV', 'Q34_IN_QPV', 'Q34']],
    ['2 to 4 outside', { quartile: '2-4', note: 3 }, []],
    ['second quartile outside', { quartile: '2' }, ['Q2']],
    [
      'first quartile, note 1',
      { quartile: '1', note: 1 },
      ['Q1_REHOUSED_OUTSIDE_QPV', 'Q1', 'Q1_FRAGILITY_LOW_OUTSIDE_QPV'],
    ],
    [
      'second quartile, note 2 in QPV',
      { ...inQpv, quartile: '2', note: 2 },
      ['Q234_IN_QPV', 'Q2', 'Q2_FRAGILITY_LOW_IN_QPV'],
    ],
    ['second quartile, note 3', { quartile: '2', note: 3 }, ['Q2', 'Q2_FRAGILITY_MEDIUM_OUTSIDE_QPV']],
    ['fourth quartile, note 4', { quartile: '4', note: 4 }, ['Q34', 'Q34_FRAGILITY_HIGH_OUTSIDE_QPV']],
    [
      '3 to 4, note 5 in QPV',
      { ...inQpv, quartile: '3-4', note: 5 },
      ['Q234_IN_QPV', 'Q34_IN_QPV', 'Q34', 'Q34_FRAGILITY_HIGH_IN_QPV'],
    ],
    ['a first letting is out of the grid', { quartile: '4', note: 4, firstLetting: 1 }, ['Q34']],
    [
      'an unknown first letting is in the grid',
      { quartile: '4', note: 4, firstLetting: null },
      ['Q34', 'Q34_FRAGILITY_HIGH_OUTSIDE_QPV'],
    ],
    ['priority', { priority: 1 }, ['PRIORITY']],
    [
      'priority, first quartile, in QPV',
      { ...inQpv, priority: 1, quartile: '1' },
      ['Q1', 'PRIORITY', 'PRIORITY_Q1_IN_QPV'],
    ],
    [
      'priority, first quartile, first letting, note 4 outside',
      { priority: 1, quartile: '1', note: 4, firstLetting: 1 },
      ['Q1_REHOUSED_OUTSIDE_QPV', 'Q1', 'PRIORITY', 'PRIORITY_Q1_FRAGILITY_HIGH'],
    ],
    ['home and work', { homeWork: 1 }, ['HOME_WORK']],
    ['essential worker', { essentialWorker: 1 }, ['ESSENTIAL_WORKERS']],
    [
      'essential worker near work',
      { homeWork: 1, essentialWorker: 1 },
      ['HOME_WORK', 'ESSENTIAL_WORKERS', 'ESSENTIAL_IN_HOME_WORK'],
    ],
    ['unknown occupation', { homeWork: 1, essentialWorker: null }, ['HOME_WORK']],
    ['transfer', { transfer: 1 }, ['TRANSFERS']],
    [
      'transfer, first quartile outside',
      { transfer: 1, quartile: '1' },
      ['Q1_REHOUSED_OUTSIDE_QPV', 'Q1', 'TRANSFERS', 'TRANSFERS_CONTRIBUTING'],
    ],
    [
      'transfer, rehoused outside',
      { transfer: 1, rehoused: 1 },
      ['Q1_REHOUSED_OUTSIDE_QPV', 'TRANSFERS', 'TRANSFERS_CONTRIBUTING'],
    ],
    ['transfer, rehoused in QPV', { ...inQpv, transfer: 1, rehoused: 1 }, ['TRANSFERS']],
    ['transfer, first quartile in QPV', { ...inQpv, transfer: 1, quartile: '1' }, ['Q1', 'TRANSFERS']],
    [
      'transfer, 2 to 4 in QPV',
      { ...inQpv, transfer: 1, quartile: '2-4' },
      ['Q234_IN_QPV', 'TRANSFERS', 'TRANSFERS_CONTRIBUTING'],
    ],
    ['transfer, second quartile outside', { transfer: 1, quartile: '2' }, ['Q2', 'TRANSFERS']],
    ['transfer, priority', { transfer: 1, priority: 1 }, ['PRIORITY', 'TRANSFERS', 'TRANSFERS_CONTRIBUTING']],
    ['transfer, home and work', { transfer: 1, homeWork: 1 }, ['HOME_WORK', 'TRANSFERS', 'TRANSFERS_CONTRIBUTING']],
  ])('%s', (_, fact, codes) => {
    expect(codesOf(fact).numerator).toEqual(['ALLOCATIONS', ...codes]);
  });
});

describe('the figures in whose denominator an allocation counts', () => {
  it.each<[string, Partial<AllocationFact>, string[]]>([
    ['outside QPV', {}, [...ALWAYS, ...OUTSIDE]],
    ['in QPV', inQpv, [...ALWAYS, ...IN]],
    ['in two QPV at once', { ...inQpv, districts: ['QP1', 'QP2'] }, [...ALWAYS, ...IN]],
    ['unknown quartile in a cell', { note: 2 }, [...ALWAYS, ...OUTSIDE, ...grid('LOW_OUTSIDE')]],
    ['note 3 in QPV', { ...inQpv, note: 3 }, [...ALWAYS, ...IN, ...grid('MEDIUM_IN')]],
    ['note 5 outside', { note: 5 }, [...ALWAYS, ...OUTSIDE, ...grid('HIGH_OUTSIDE')]],
    ['first letting', { note: 5, firstLetting: 1 }, [...ALWAYS, ...OUTSIDE]],
    ['priority in QPV', { ...inQpv, priority: 1 }, [...ALWAYS, ...IN, 'PRIORITY_Q1_IN_QPV']],
    [
      'priority, note 4',
      { note: 4, priority: 1 },
      [...ALWAYS, ...OUTSIDE, ...grid('HIGH_OUTSIDE'), 'PRIORITY_Q1_FRAGILITY_HIGH'],
    ],
    ['priority, note 3', { note: 3, priority: 1 }, [...ALWAYS, ...OUTSIDE, ...grid('MEDIUM_OUTSIDE')]],
    ['home and work', { homeWork: 1 }, [...ALWAYS, ...OUTSIDE, 'ESSENTIAL_IN_HOME_WORK']],
    ['transfer', { transfer: 1 }, [...ALWAYS, ...OUTSIDE, 'TRANSFERS_CONTRIBUTING']],
  ])('%s', (_, fact, codes) => {
    expect(new Set(codesOf(fact).denominator)).toEqual(new Set(codes));
  });
});

describe('figures', () => {
  it('counts unknown and partly known quartiles apart', () => {
    const counted = (fact: Partial<AllocationFact>): Condition[] =>
      countersOf({ ...plain, ...fact }).map((index) => COUNTERS[index]!);
    const { unknownQuartile, partialQuartile } = TOTALS;
    expect(counted({ quartile: null })).toContainEqual(unknownQuartile);
    expect(counted({ quartile: '2-4' })).toContainEqual(partialQuartile);
    expect(counted({ quartile: '3-4' })).not.toContainEqual(partialQuartile);
    expect(counted({ quartile: '2-4' })).not.toContainEqual(unknownQuartile);
  });

  it('counts a cancelled lease nowhere', () => {
    expect(countersOf({ ...plain, cancelled: 1, priority: 1, quartile: '1' })).toEqual([]);
  });

  it('prints every code in the order of the contract', () => {
    expect(FIGURE_CODES).toEqual([
      'ALLOCATIONS',
      'Q1_REHOUSED_OUTSIDE_QPV',
      'Q234_IN_QPV',
      'Q34_IN_QPV',
      'Q1',
      'Q2',
      'Q34',
      ...['Q1', 'Q2', 'Q34'].flatMap((quartile) =>
        ['LOW', 'MEDIUM', 'HIGH'].flatMap((level) =>
          ['IN', 'OUTSIDE'].map((place) => `${quartile}_FRAGILITY_${level}_${place}_QPV`),
        ),
      ),
      'PRIORITY',
      'PRIORITY_Q1_IN_QPV',
      'PRIORITY_Q1_FRAGILITY_HIGH',
      'HOME_WORK',
      'ESSENTIAL_WORKERS',
      'ESSENTIAL_IN_HOME_WORK',
      'TRANSFERS',
      'TRANSFERS_CONTRIBUTING',
    ]);
  });

  it('gives the unrounded fraction, and null where the denominator is 0', () => {
    const vector = emptyVector();
    for (const priority of [1, 0, 0] as const)
      for (const counter of countersOf({ ...plain, priority })) vector[counter]! += 1;
    const figures = figuresFrom(vector, scope);
    expect(figures.find((figure) => figure.code === 'PRIORITY')).toEqual({
      code: 'PRIORITY',
      scope,
      numerator: 1,
      denominator: 3,
      rate: 1 / 3,
      target: null,
      status: null,
    });
    expect(figures.find((figure) => figure.code === 'Q34_IN_QPV')?.rate).toBeNull();
  });

  it('lets a convention judge each figure', () => {
    const figures = figuresFrom(emptyVector(), scope, ({ code }) =>
      code === 'PRIORITY' ? { target: { min: 0.25 }, status: 'missed' } : { target: null, status: null },
    );
    expect(figures.filter((figure) => figure.status === 'missed').map((figure) => figure.code)).toEqual(['PRIORITY']);
  });
});
