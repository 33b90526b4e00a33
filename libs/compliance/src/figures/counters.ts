import type { AllocationFact, Flag } from './allocation-fact';

/** Columns of the fragility grid; a group of residences noted 1–2, 3 or 4–5, in or outside QPV. */
export const NOTE_LEVELS = ['LOW', 'MEDIUM', 'HIGH'] as const;
export const PLACES = ['IN', 'OUTSIDE'] as const;
export const QUARTILE_CLASSES = ['Q1', 'Q2', 'Q34'] as const;
export type NoteLevel = (typeof NOTE_LEVELS)[number];
export type Place = (typeof PLACES)[number];
export type QuartileClass = (typeof QUARTILE_CLASSES)[number];

const CELLS = NOTE_LEVELS.flatMap((level) => PLACES.map((place) => `${level}_${place}` as const));

/** What a vector counts, in its order: documents hold vectors by index, so a change of order is a new version of the model. */
export const COUNTERS = [
  'ALL',
  'OUTSIDE_QPV',
  'IN_QPV',
  'Q1',
  'Q2',
  'Q34',
  'Q1_REHOUSED_OUTSIDE_QPV',
  'Q234_IN_QPV',
  'Q34_IN_QPV',
  'PRIORITY',
  'HOME_WORK',
  'ESSENTIAL',
  'TRANSFERS',
  'TRANSFERS_CONTRIBUTING',
  'ESSENTIAL_IN_HOME_WORK',
  'PRIORITY_IN_QPV',
  'PRIORITY_Q1_IN_QPV',
  'PRIORITY_HIGH',
  'PRIORITY_Q1_HIGH',
  ...CELLS.flatMap((cell) => [cell, `Q1_${cell}`, `Q2_${cell}`, `Q34_${cell}`] as const),
  'UNKNOWN_QUARTILE',
  'PARTIAL_QUARTILE',
] as const;
export type Counter = (typeof COUNTERS)[number];

export const COUNTER_INDEX = Object.fromEntries(COUNTERS.map((name, index) => [name, index])) as Readonly<
  Record<Counter, number>
>;
export const VECTOR_LENGTH = COUNTERS.length;

/** All that decides where an allocation counts. */
type Traits = Pick<
  AllocationFact,
  | 'quartile'
  | 'note'
  | 'inQpv'
  | 'firstLetting'
  | 'cancelled'
  | 'transfer'
  | 'priority'
  | 'homeWork'
  | 'essentialWorker'
  | 'rehoused'
>;

/**
 * Counters whose rule has an "or", so that no conditions on columns that all hold say who is in them: a document keeps the sum of those
 * that it adds to, as a column of its own.
 */
export const CONTRIBUTES = { Q1_REHOUSED_OUTSIDE_QPV: 1, TRANSFERS_CONTRIBUTING: 2 } as const satisfies Partial<
  Record<Counter, number>
>;

/** What an allocation counts in. */
interface Tally {
  readonly counters: readonly number[];
  /** Sum of CONTRIBUTES. */
  readonly contributes: number;
}

/** By the traits of the allocations met so far: a few thousand tallies serve millions of allocations. */
const KNOWN: (Tally | undefined)[] = [];

/** The indexes to which an allocation adds 1. A cancelled lease adds nowhere. */
export function countersOf(fact: Traits): readonly number[] {
  return tallyOf(fact).counters;
}

/** The sum of CONTRIBUTES over the counters to which an allocation adds. */
export function contributesOf(fact: Traits): number {
  return tallyOf(fact).contributes;
}

function tallyOf(fact: Traits): Tally {
  return (KNOWN[traitsCode(fact)] ??= newTally(fact));
}

function newTally(fact: Traits): Tally {
  const hits = hitsOf(fact);
  const named = Object.entries(CONTRIBUTES) as readonly [Counter, number][];
  const contributes = named.reduce((sum, [counter, bit]) => (hits.includes(counter) ? sum + bit : sum), 0);
  return { counters: hits.map((counter) => COUNTER_INDEX[counter]), contributes };
}

const QUARTILE_CODES = { '1': 1, '2': 2, '3': 3, '4': 4, '2-4': 5, '3-4': 6 } as const;

/** A number of their own for traits that tell allocations apart: quartile (7), note (6), then eight times yes or not. */
function traitsCode(fact: Traits): number {
  let code = fact.quartile === null ? 0 : QUARTILE_CODES[fact.quartile];
  code = code * 6 + (fact.note ?? 0);
  code = code * 2 + yes(fact.inQpv);
  code = code * 2 + yes(fact.firstLetting);
  code = code * 2 + yes(fact.cancelled);
  code = code * 2 + yes(fact.transfer);
  code = code * 2 + yes(fact.priority);
  code = code * 2 + yes(fact.homeWork);
  code = code * 2 + yes(fact.essentialWorker);
  return code * 2 + yes(fact.rehoused);
}

function yes(flag: Flag): 0 | 1 {
  return flag === 1 ? 1 : 0;
}

function hitsOf(fact: Traits): readonly Counter[] {
  if (fact.cancelled === 1) return [];
  const hits: Counter[] = ['ALL', fact.inQpv === 1 ? 'IN_QPV' : 'OUTSIDE_QPV'];
  addQuartile(hits, fact);
  addCell(hits, fact);
  addPriority(hits, fact);
  addWork(hits, fact);
  addTransfer(hits, fact);
  return hits;
}

function quartileClass(fact: Traits): QuartileClass | null {
  if (fact.quartile === '1') return 'Q1';
  if (fact.quartile === '2') return 'Q2';
  return fact.quartile === '3' || fact.quartile === '4' || fact.quartile === '3-4' ? 'Q34' : null;
}

function isQ1(fact: Traits): boolean {
  return fact.quartile === '1';
}

/** An open range counts where the whole of it does: 2–4 here. */
function isQ234(fact: Traits): boolean {
  return fact.quartile !== null && fact.quartile !== '1';
}

function addQuartile(hits: Counter[], fact: Traits): void {
  const quartile = quartileClass(fact);
  if (quartile) hits.push(quartile);
  if (fact.quartile === null) hits.push('UNKNOWN_QUARTILE');
  if (fact.quartile === '2-4') hits.push('PARTIAL_QUARTILE');
  if (fact.inQpv !== 1) {
    if (isQ1(fact) || fact.rehoused === 1) hits.push('Q1_REHOUSED_OUTSIDE_QPV');
    return;
  }
  if (isQ234(fact)) hits.push('Q234_IN_QPV');
  if (quartile === 'Q34') hits.push('Q34_IN_QPV');
}

function levelOf(fact: Traits): NoteLevel | null {
  if (fact.note === null) return null;
  return fact.note <= 2 ? 'LOW' : fact.note === 3 ? 'MEDIUM' : 'HIGH';
}

/** The grid is for the existing stock: first lettings stay out of it. */
function addCell(hits: Counter[], fact: Traits): void {
  const level = levelOf(fact);
  if (!level || fact.firstLetting === 1) return;
  const cell = `${level}_${fact.inQpv === 1 ? 'IN' : 'OUTSIDE'}` as const;
  hits.push(cell);
  const quartile = quartileClass(fact);
  if (quartile) hits.push(`${quartile}_${cell}`);
}

function addPriority(hits: Counter[], fact: Traits): void {
  if (fact.priority !== 1) return;
  hits.push('PRIORITY');
  if (fact.inQpv === 1) hits.push('PRIORITY_IN_QPV');
  if (fact.inQpv === 1 && isQ1(fact)) hits.push('PRIORITY_Q1_IN_QPV');
  if (levelOf(fact) !== 'HIGH') return;
  hits.push('PRIORITY_HIGH');
  if (isQ1(fact)) hits.push('PRIORITY_Q1_HIGH');
}

function addWork(hits: Counter[], fact: Traits): void {
  if (fact.homeWork === 1) hits.push('HOME_WORK');
  if (fact.essentialWorker === 1) hits.push('ESSENTIAL');
  if (fact.homeWork === 1 && fact.essentialWorker === 1) hits.push('ESSENTIAL_IN_HOME_WORK');
}

function addTransfer(hits: Counter[], fact: Traits): void {
  if (fact.transfer !== 1) return;
  hits.push('TRANSFERS');
  const helpsHere = fact.inQpv === 1 ? isQ234(fact) : isQ1(fact) || fact.rehoused === 1;
  if (helpsHere || fact.priority === 1 || fact.homeWork === 1) hits.push('TRANSFERS_CONTRIBUTING');
}
