import type { Flag } from './allocation-fact';
import { holds, implies, partsOf, termsOf, type Condition, type Traits } from './condition';
import { OWN_COUNTERS, PRINTED, TOTALS } from './definitions';

/**
 * The conditions that a vector counts, in the order of the vector: each part of a printed figure, each total and each of OWN_COUNTERS, once.
 * Conditions with the fewest terms come first: most leases meet them, and zeros at the end of a vector are not stored.
 * Documents hold vectors by index, so a change of the definitions needs a new version of the model.
 */
export const COUNTERS: readonly Condition[] = distinct([
  ...PRINTED.flatMap(({ numerator, denominator }) => [numerator, denominator]),
  ...Object.values(TOTALS),
  ...OWN_COUNTERS,
]).sort((a, b) => termsOf(a).length - termsOf(b).length);
export const VECTOR_LENGTH = COUNTERS.length;

const INDEXES: ReadonlyMap<string, number> = new Map(COUNTERS.map((condition, index) => [keyOf(condition), index]));

/**
 * The indexes of a vector whose sum is the number of leases for which the condition holds. One index, where the
 * condition is one of COUNTERS. Otherwise, the widest counters that imply the condition: no two of them hold for the
 * same lease.
 */
export function countedAt(condition: Condition): readonly number[] {
  const own = INDEXES.get(keyOf(condition));
  if (own !== undefined) return [own];
  const within = COUNTERS.filter((counter) => implies(counter, condition));
  const widest = within.filter((one) => within.every((other) => other === one || !implies(one, other)));
  return widest.map(indexOf);
}

/** The index of each total in a vector. */
export const TOTAL_INDEX = {
  leases: indexOf(TOTALS.leases),
  unknownQuartile: indexOf(TOTALS.unknownQuartile),
  partialQuartile: indexOf(TOTALS.partialQuartile),
} as const satisfies Readonly<Record<keyof typeof TOTALS, number>>;

function indexOf(counter: Condition): number {
  return INDEXES.get(keyOf(counter))!;
}

/** The conditions whose result is stored with each lease, with their bits. */
export const KEPT = distinct(COUNTERS.flatMap(partsOf)).flatMap((part) => (part.kind === 'kept' ? [part] : []));

/** The counters to which one allocation adds, and the bits of its kept conditions. */
interface Tally {
  readonly counters: readonly number[];
  readonly contributes: number;
}

/** The tallies made so far, by the code of their traits: a few thousand of them serve millions of allocations. */
const TALLIES: (Tally | undefined)[] = [];

/** The indexes to which an allocation adds 1. A cancelled lease adds nowhere. */
export function countersOf(traits: Traits): readonly number[] {
  return tallyOf(traits).counters;
}

/** The sum of the bits of the kept conditions that hold for the allocation. */
export function contributesOf(traits: Traits): number {
  return tallyOf(traits).contributes;
}

function tallyOf(traits: Traits): Tally {
  return (TALLIES[codeOf(traits)] ??= newTally(traits));
}

function newTally(traits: Traits): Tally {
  const counters = COUNTERS.flatMap((condition, index) => (holds(condition, traits) ? [index] : []));
  const contributes = KEPT.reduce((sum, part) => (holds(part, traits) ? sum + part.bit : sum), 0);
  return { counters, contributes };
}

const QUARTILE_CODES = { '1': 1, '2': 2, '3': 3, '4': 4, '2-4': 5, '3-4': 6 } as const;

/**
 * One number for each combination of traits that conditions can distinguish: quartile (7 values), note (6), then eight
 * flags (yes or not). Written out trait by trait, because a replay computes it for millions of leases.
 */
function codeOf(traits: Traits): number {
  let code = traits.quartile === null ? 0 : QUARTILE_CODES[traits.quartile];
  code = code * 6 + (traits.note ?? 0);
  code = code * 2 + bitOf(traits.inQpv);
  code = code * 2 + bitOf(traits.firstLetting);
  code = code * 2 + bitOf(traits.cancelled);
  code = code * 2 + bitOf(traits.transfer);
  code = code * 2 + bitOf(traits.priority);
  code = code * 2 + bitOf(traits.homeWork);
  code = code * 2 + bitOf(traits.essentialWorker);
  return code * 2 + bitOf(traits.rehoused);
}

function bitOf(flag: Flag): 0 | 1 {
  return flag === 1 ? 1 : 0;
}

function distinct(conditions: readonly Condition[]): Condition[] {
  return [...new Map(conditions.map((condition) => [keyOf(condition), condition])).values()];
}

function keyOf(condition: Condition): string {
  return JSON.stringify(condition);
}
