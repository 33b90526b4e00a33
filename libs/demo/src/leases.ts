import { addDays, day, type Day } from '#kernel';
import { firstDayOf, lastDayOf, signingDay, yearOf } from './calendar';
import type { Dwelling } from './dwellings';
import { contingentsOf, holderOf, type Contingent } from './holders';
import { landlordOn, type OwnerChange } from './owner-changes';
import { leasesByDistrict, type YearPlan } from './plans';
import type { Random } from './random';
import { districtOn } from './residences';

/** A dwelling let on a day, before the household is known. */
interface Letting {
  readonly dwelling: Dwelling;
  readonly signedOn: Day;
  readonly inQpv: boolean;
  readonly firstLetting: boolean;
}

/** A signed lease, before it is given a household, a quartile, a priority and a rehousing. */
export interface Lease extends Letting {
  readonly holder: string;
  readonly contingent: Contingent;
}

/** For a residence that opens in the year, the percentage of its dwellings let in the weeks that follow. */
const FIRST_LET_PERCENT = 90;
const FIRST_LETTING_DAYS = 60;

/** As many leases in each QPV and outside QPV as the plan of the year says, each on a different dwelling, in the order of their days. */
export function leasesOf(
  random: Random,
  plan: YearPlan,
  dwellings: readonly Dwelling[],
  changes: readonly OwnerChange[],
): Lease[] {
  const lettings = lettingsOf(random, plan, dwellings);
  lettings.sort((a, b) => compare(a.signedOn, b.signedOn) || compare(a.dwelling.reference, b.dwelling.reference));
  const contingents = contingentsOf(random, lettings.length);
  return lettings.map((letting, index) => {
    const { residence } = letting.dwelling;
    const contingent = contingents[index]!;
    const landlord = landlordOn(letting.signedOn, residence, changes);
    return { ...letting, contingent, holder: holderOf(contingent, residence.commune, landlord) };
  });
}

function lettingsOf(random: Random, plan: YearPlan, dwellings: readonly Dwelling[]): Letting[] {
  const { year } = plan;
  const fresh = dwellings.filter(({ residence }) => yearOf(day(residence.openedOn)) === year);
  const firstLettings = random.exactly(Math.floor((fresh.length * FIRST_LET_PERCENT) / 100), fresh, evenly);
  const { inside, outside } = standingDwellings(year, dwellings);
  const relettings = [
    ...[...leasesByDistrict(plan)].flatMap(([code, count]) => random.exactly(count, inside.get(code) ?? [], evenly)),
    ...random.exactly(plan.outsideQpv.allocations - firstLettings.length, outside, evenly),
  ];
  return [
    ...firstLettings.map((dwelling) => letting(random, year, dwelling, true)),
    ...relettings.map((dwelling) => letting(random, year, dwelling, false)),
  ];
}

/** The dwellings that may be let again in the year. Every second one each year, so that nobody leaves after a few weeks. */
function standingDwellings(year: number, dwellings: readonly Dwelling[]) {
  const inside = new Map<string, Dwelling[]>();
  const outside: Dwelling[] = [];
  for (const [index, dwelling] of dwellings.entries()) {
    const { residence } = dwelling;
    if (residence.openedOn >= firstDayOf(year) || index % 2 !== year % 2) continue;
    const district = districtOn(firstDayOf(year), residence.districts);
    if (district === undefined) outside.push(dwelling);
    else append(inside, district, dwelling);
  }
  return { inside, outside };
}

function letting(random: Random, year: number, dwelling: Dwelling, firstLetting: boolean): Letting {
  const { residence } = dwelling;
  const signedOn = firstLetting
    ? firstLettingDay(random, day(residence.openedOn), year)
    : signingDay(random, firstDayOf(year), lastDayOf(year));
  return { dwelling, signedOn, inQpv: districtOn(signedOn, residence.districts) !== undefined, firstLetting };
}

function firstLettingDay(random: Random, openedOn: Day, year: number): Day {
  const last = addDays(openedOn, FIRST_LETTING_DAYS);
  return signingDay(random, openedOn, last < lastDayOf(year) ? last : lastDayOf(year));
}

function evenly(): number {
  return 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function append<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
