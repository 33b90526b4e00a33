import type { Lease, Public } from './lease';

type Test = (lease: Lease) => boolean;

/** The code of a figure, the condition of its numerator and that of its denominator. */
export type FigureRule = readonly [code: string, numerator: Test, denominator: Test];

const all: Test = () => true;
const inside: Test = (lease) => lease.districts.length > 0;
const outside: Test = (lease) => lease.districts.length === 0;
const q1: Test = (lease) => lease.quartile === '1';
const q2: Test = (lease) => lease.quartile === '2';
const q34: Test = (lease) => ['3', '4', '3-4'].includes(lease.quartile);
const q234: Test = (lease) => ['2', '3', '4', '2-4', '3-4'].includes(lease.quartile);
const rehoused: Test = (lease) => lease.rehoused;
const priority: Test = (lease) => lease.priority;
const homeWork: Test = (lease) => lease.homeWork;
const essential: Test = (lease) => lease.essential;
const transfer: Test = (lease) => lease.transfer;
const fragile: Test = (lease) => lease.note === 4 || lease.note === 5;

const CELLS: readonly (readonly [name: string, notes: readonly number[]])[] = [
  ['LOW', [1, 2]],
  ['MEDIUM', [3]],
  ['HIGH', [4, 5]],
];
const QUARTILES: readonly (readonly [name: string, test: Test])[] = [
  ['Q1', q1],
  ['Q2', q2],
  ['Q34', q34],
];
const PLACES: readonly (readonly [name: string, test: Test])[] = [
  ['IN', inside],
  ['OUTSIDE', outside],
];

/** Every figure, in the order of the published table. */
export const FIGURES: readonly FigureRule[] = [
  ['ALLOCATIONS', all, all],
  ['Q1_REHOUSED_OUTSIDE_QPV', both(outside, either(q1, rehoused)), outside],
  ['Q234_IN_QPV', both(inside, q234), inside],
  ['Q34_IN_QPV', both(inside, q34), inside],
  ['Q1', q1, all],
  ['Q2', q2, all],
  ['Q34', q34, all],
  ...fragilityFigures(),
  ['PRIORITY', priority, all],
  ['PRIORITY_Q1_IN_QPV', both(priority, both(inside, q1)), both(priority, inside)],
  ['PRIORITY_Q1_FRAGILITY_HIGH', both(priority, both(fragile, q1)), both(priority, fragile)],
  ['HOME_WORK', homeWork, all],
  ['ESSENTIAL_WORKERS', essential, all],
  ['ESSENTIAL_IN_HOME_WORK', both(homeWork, essential), homeWork],
  ['TRANSFERS', transfer, all],
  ['TRANSFERS_CONTRIBUTING', both(transfer, contributes), transfer],
];

/** The figures of the table, then one figure for each public. */
export function figuresWith(publics: readonly Public[]): readonly FigureRule[] {
  return [
    ...FIGURES,
    ...publics.map(({ code }): FigureRule => [
      `PUBLIC_${code.toUpperCase()}`,
      (lease) => lease.publics.includes(code),
      all,
    ]),
  ];
}

function fragilityFigures(): FigureRule[] {
  const figures: FigureRule[] = [];
  for (const [quartile, ofQuartile] of QUARTILES) {
    for (const [name, notes] of CELLS) {
      for (const [place, there] of PLACES) {
        const inCell: Test = (lease) => there(lease) && lease.gridNote !== null && notes.includes(lease.gridNote);
        figures.push([`${quartile}_FRAGILITY_${name}_${place}_QPV`, both(inCell, ofQuartile), inCell]);
      }
    }
  }
  return figures;
}

function contributes(lease: Lease): boolean {
  if (outside(lease) && (q1(lease) || rehoused(lease))) return true;
  if (inside(lease) && q234(lease)) return true;
  return priority(lease) || homeWork(lease);
}

function both(first: Test, second: Test): Test {
  return (lease) => first(lease) && second(lease);
}

function either(first: Test, second: Test): Test {
  return (lease) => first(lease) || second(lease);
}
