import { missingToFloor } from '#compliance';
import { WHOLE, type FlowShareFacts } from '../events';

/** What is counted of one holder. `given` counts in its share; the counts after `allocated` are told apart, and are in the others too. */
export const COUNTS = [
  'proposed',
  'given',
  'allocated',
  'givenForOneTurn',
  'allocatedForOneTurn',
  'givenFirstLettings',
  'allocatedFirstLettings',
  'returned',
  'takenBack',
  'renewed',
  'closed',
] as const;
export type Count = (typeof COUNTS)[number];
export type Counts = Readonly<Record<Count, number>>;

/** What the statement breaks proposals and allocations down by (R441-5-1). `district`: in or outside a QPV. */
export const BREAKDOWNS = ['dwellingType', 'financing', 'district', 'commune', 'buildingPeriod'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** The value of a dwelling in each breakdown; null where it is unknown. */
export type Features = Readonly<Record<Breakdown, string | null>>;

/** One value of a breakdown. */
export interface Cell {
  readonly value: string | null;
  readonly proposed: number;
  readonly allocated: number;
}

/** What the EPCI gave of its right to one commune, or kept (null). */
export interface DelegatedCounts {
  readonly commune: string | null;
  readonly given: number;
  readonly allocated: number;
}

/** All that is counted of one holder: at one landlord, or at several. */
export interface Tally {
  readonly holder: string;
  /** Of one landlord, in millionths; null where no share was agreed, and where the tally is of several landlords. */
  readonly share: number | null;
  readonly excluded: number;
  /** Dwellings owed so far, in millionths of a dwelling. */
  readonly owed: number;
  /** Further dwellings that would make the share whole; null where no number would. */
  readonly missing: number | null;
  readonly counts: Counts;
  readonly cells: Readonly<Record<Breakdown, readonly Cell[]>>;
  readonly delegated: readonly DelegatedCounts[];
}

/** One dwelling more: how it counts, and where. */
export interface Entry {
  readonly holder: string;
  readonly counts: Partial<Counts>;
  readonly features: Features;
  readonly delegatedTo: string | null;
}

const NO_COUNTS = Object.fromEntries(COUNTS.map((count) => [count, 0])) as Counts;

/** The tallies of one landlord, by the codes of the holders: those with a share, and those that an entry names. */
export function tallyLandlord(entries: readonly Entry[], shares: readonly FlowShareFacts[]): readonly Tally[] {
  const dwellings = entries.reduce((sum, { counts }) => sum + (counts.given ?? 0), 0);
  const holders = new Set([...shares.map(({ holder }) => holder), ...entries.map(({ holder }) => holder)]);
  const byHolder = groupBy(entries, ({ holder }) => holder);
  return [...holders].sort().map((holder) => {
    const agreed = shares.find((one) => one.holder === holder);
    const own = byHolder.get(holder) ?? [];
    const counts = sumCounts(own.map((entry) => entry.counts));
    return {
      holder,
      share: agreed?.share ?? null,
      excluded: agreed?.excluded ?? 0,
      ...owedOf(agreed?.share ?? 0, counts.given, dwellings),
      counts,
      cells: breakDown((breakdown) => own.map((entry) => cellOf(entry, breakdown))),
      delegated: delegatedOf(own.map(delegatedIn)),
    };
  });
}

/** The tallies of several landlords together. What is owed and what is missing are those of each landlord, summed. */
export function sumTallies(landlords: readonly (readonly Tally[])[]): readonly Tally[] {
  const byHolder = groupBy(landlords.flat(), ({ holder }) => holder);
  return [...byHolder.keys()].sort().map((holder) => {
    const own = byHolder.get(holder)!;
    const missing = own.map((tally) => tally.missing);
    return {
      holder,
      share: null,
      excluded: sum(own.map((tally) => tally.excluded)),
      owed: sum(own.map((tally) => tally.owed)),
      missing: missing.some((one) => one === null) ? null : sum(missing as number[]),
      counts: sumCounts(own.map((tally) => tally.counts)),
      cells: breakDown((breakdown) => own.flatMap((tally) => tally.cells[breakdown])),
      delegated: delegatedOf(own.flatMap((tally) => tally.delegated)),
    };
  });
}

/** What a holder with this share is owed of so many dwellings, and how many more would make its share whole. */
export function owedOf(share: number, given: number, dwellings: number): Pick<Tally, 'owed' | 'missing'> {
  const missing = missingToFloor(
    { numerator: given, denominator: dwellings },
    { numerator: share, denominator: WHOLE },
  );
  return { owed: share * dwellings, missing };
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function sumCounts(counted: readonly Partial<Counts>[]): Counts {
  const total: Record<Count, number> = { ...NO_COUNTS };
  for (const counts of counted) for (const count of COUNTS) total[count] += counts[count] ?? 0;
  return total;
}

function cellOf({ features, counts: { proposed = 0, allocated = 0 } }: Entry, breakdown: Breakdown): Cell {
  return { value: features[breakdown], proposed, allocated };
}

function breakDown(cellsOf: (breakdown: Breakdown) => readonly Cell[]): Tally['cells'] {
  const cells = BREAKDOWNS.map((breakdown) => [breakdown, mergeCells(cellsOf(breakdown))] as const);
  return Object.fromEntries(cells) as unknown as Tally['cells'];
}

/** One cell for each value, in the order of the values; what is unknown comes last. */
function mergeCells(cells: readonly Cell[]): readonly Cell[] {
  const byValue = groupBy(cells, ({ value }) => value);
  return [...byValue].sort(nullLast).map(([value, own]) => ({
    value,
    proposed: sum(own.map(({ proposed }) => proposed)),
    allocated: sum(own.map(({ allocated }) => allocated)),
  }));
}

function delegatedIn({ delegatedTo: commune, counts: { given = 0, allocated = 0 } }: Entry): DelegatedCounts {
  return { commune, given, allocated };
}

function delegatedOf(all: readonly DelegatedCounts[]): readonly DelegatedCounts[] {
  const byCommune = groupBy(all, ({ commune }) => commune);
  return [...byCommune].sort(nullLast).map(([commune, own]) => ({
    commune,
    given: sum(own.map(({ given }) => given)),
    allocated: sum(own.map(({ allocated }) => allocated)),
  }));
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function nullLast([a]: readonly [string | null, unknown], [b]: readonly [string | null, unknown]): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
