import { priorityCodes } from './sqy/priority-codes';
import type { Contingent } from './holders';
import { householdFor, type Household } from './household';
import type { Lease } from './leases';
import type { YearPlan } from './plans';
import { kindsOf } from './profiles';
import type { Random } from './random';
import { percentOf, shareOut } from './share-out';
import { PROFILES_2023 } from './sqy/printed';
import { boundsOf, FIRST_BOUNDS } from './thresholds';

/** A lease with its household and all the facts that figures read. */
export interface Allocation extends Lease {
  readonly household: Household;
  readonly quartile: 1 | 2 | 3 | 4;
  /** Whole euros a year; undefined before the first year whose bounds are known. */
  readonly income: number | undefined;
  readonly dalo: boolean;
  /** A priority category, or empty. */
  readonly priorityCategory: string;
  readonly rehousing: '' | 'anru' | 'orcod';
  readonly transfer: boolean;
}

/** The weight of a first-quartile household, by the note of the residence, both in QPV and outside. */
const FIRST_QUARTILE_WEIGHT = { none: 3, 1: 5, 2: 5, 3: 3, 4: 1, 5: 1 } as const;
const CIVIL_SERVANTS_PRIORITY = 6;
const UPPER_QUARTILES = [
  [2, 37],
  [3, 36],
  [4, 27],
] as const;
const PERCENT = { orcod: 12, dalo: 18, daloAlone: 50 };
const TRANSFER_WEIGHT = { rehoused: 60, other: 1 };

/** Gives the leases of a year their households, quartiles, rehousings and priorities, so that the counts of the plan come out exactly. */
export function allocationsOf(random: Random, plan: YearPlan, leases: readonly Lease[]): Allocation[] {
  const first = firstQuartiles(random, plan, leases);
  const rehoused = rehousedAmong(random, plan, leases, first);
  const priority = prioritiesAmong(random, plan, leases);
  const kinds = kindsOf(random, leases, first, priority);
  const transferWeight = (lease: Lease) => TRANSFER_WEIGHT[rehoused.has(lease) ? 'rehoused' : 'other'];
  const transfers = new Set(random.exactly(plan.transfers, leases, transferWeight));
  return leases.map((lease) => {
    const household = householdFor(random, lease.dwelling.type, kinds.get(lease));
    const quartile = first.has(lease) ? 1 : random.weighted(UPPER_QUARTILES);
    return {
      ...lease,
      household,
      quartile,
      income: plan.year < FIRST_BOUNDS ? undefined : incomeFor(random, plan.year, household, quartile),
      rehousing: rehoused.has(lease) ? (random.chance(PERCENT.orcod) ? 'orcod' : 'anru') : '',
      transfer: transfers.has(lease),
      ...(priority.has(lease) ? priorityGround(random, plan.year) : { dalo: false, priorityCategory: '' }),
    };
  });
}

/** Three quarters of the first-quartile households are in a T3 or a T4, in QPV and outside. */
function firstQuartiles(random: Random, plan: YearPlan, leases: readonly Lease[]): Set<Lease> {
  const weight = ({ dwelling }: Lease) => FIRST_QUARTILE_WEIGHT[dwelling.residence.note ?? 'none'];
  const isMidSized = ({ dwelling }: Lease) => dwelling.type === 'T3' || dwelling.type === 'T4';
  const among = (count: number, some: readonly Lease[]) => {
    const midSized = percentOf(PROFILES_2023.firstQuartile.midSized, count);
    return [
      ...random.exactly(midSized, some.filter(isMidSized), weight),
      ...random.exactly(
        count - midSized,
        some.filter((lease) => !isMidSized(lease)),
        weight,
      ),
    ];
  };
  const inside = leases.filter(({ inQpv }) => inQpv);
  const outside = leases.filter(({ inQpv }) => !inQpv);
  return new Set([...among(plan.inQpv.firstQuartile, inside), ...among(plan.outsideQpv.firstQuartile, outside)]);
}

function rehousedAmong(
  random: Random,
  { outsideQpv, rehoused }: YearPlan,
  leases: readonly Lease[],
  first: ReadonlySet<Lease>,
): Set<Lease> {
  const { firstQuartile, firstQuartileOrRehoused } = outsideQpv;
  const outside = leases.filter(({ inQpv }) => !inQpv);
  const evenly = () => 1;
  const others = outside.filter((lease) => !first.has(lease));
  const ofFirst = outside.filter((lease) => first.has(lease));
  const inside = leases.filter(({ inQpv }) => inQpv);
  return new Set([
    ...random.exactly(firstQuartileOrRehoused - firstQuartile, others, evenly),
    ...random.exactly(rehoused.ofFirstQuartile, ofFirst, evenly),
    ...random.exactly(rehoused.inQpv, inside, evenly),
  ]);
}

/** The printed shares of the State and of the landlords; the other contingents share the rest in proportion to their leases. */
function prioritiesAmong(random: Random, plan: YearPlan, leases: readonly Lease[]): Set<Lease> {
  const byContingent = new Map<Contingent, Lease[]>();
  for (const lease of leases)
    byContingent.set(lease.contingent, [...(byContingent.get(lease.contingent) ?? []), lease]);
  const given: Readonly<Partial<Record<Contingent, number>>> = {
    ...PROFILES_2023.priorityByContingent,
    etat_fonctionnaires: CIVIL_SERVANTS_PRIORITY,
  };
  const counts = new Map<Contingent, number>();
  for (const [contingent, some] of byContingent) {
    const percent = given[contingent];
    if (percent !== undefined) counts.set(contingent, percentOf(percent, some.length));
  }
  const rest = plan.priority - [...counts.values()].reduce((sum, count) => sum + count, 0);
  const others = [...byContingent].filter(([contingent]) => given[contingent] === undefined);
  const shares = shareOut(
    rest,
    others.map(([contingent, some]) => [contingent, some.length] as const),
  );
  const evenly = () => 1;
  return new Set(
    [...byContingent].flatMap(([contingent, some]) =>
      random.exactly(counts.get(contingent) ?? shares.get(contingent)!, some, evenly),
    ),
  );
}

function priorityGround(random: Random, year: number): Pick<Allocation, 'dalo' | 'priorityCategory'> {
  const dalo = random.chance(PERCENT.dalo);
  const alone = dalo && random.chance(PERCENT.daloAlone);
  return { dalo, priorityCategory: alone ? '' : random.pick(priorityCodes(year)) };
}

/** An income of the household that the bounds of the year put in that quartile. */
function incomeFor(
  random: Random,
  year: number,
  { adults, children }: Household,
  quartile: Allocation['quartile'],
): number {
  const { q1, q2, q3 } = boundsOf(year);
  const tenths = 10 + 5 * (adults - 1) + 3 * children;
  const atMost = (bound: number) => Math.floor((bound * tenths) / 10);
  const [low, high] = (
    {
      1: [atMost(Math.floor(q1 / 2)), atMost(q1)],
      2: [atMost(q1) + 1, atMost(q2)],
      3: [atMost(q2) + 1, atMost(q3)],
      4: [atMost(q3) + 1, atMost(Math.floor((q3 * 5) / 4))],
    } as const
  )[quartile];
  return random.between(low, high);
}
