import { addDays, day, type Day } from '#kernel';
import { signingDay } from './calendar';
import type { Dwelling } from './dwellings';
import { holderOf, type Contingent } from './holders';
import { householdFor, type Household } from './household';
import type { Random } from './random';
import { inQpvOf2023, landlordOn, type OwnerChange } from './residences';
import { YEAR_2023 } from './sqy/printed';

/** A signed lease, before it is given a quartile, a priority and a rehousing. */
export interface Lease {
  readonly dwelling: Dwelling;
  readonly signedOn: Day;
  readonly inQpv: boolean;
  readonly firstLetting: boolean;
  readonly holder: string;
  readonly contingent: Contingent;
  readonly household: Household;
}

/** For a residence that opens in the year, the percentage of its dwellings let in the weeks that follow. */
const FIRST_LET_PERCENT = 90;
const FIRST_LETTING_DAYS = 60;
const FIRST_OF_JANUARY = '2023-01-01';
const LAST_OF_DECEMBER = day('2023-12-31');

/** As many leases in QPV and outside QPV as the convention prints, each on a different dwelling, in the order of their days. */
export function leasesOf(random: Random, dwellings: readonly Dwelling[], changes: readonly OwnerChange[]): Lease[] {
  const fresh = dwellings.filter(({ residence }) => residence.openedOn >= FIRST_OF_JANUARY);
  const standing = dwellings.filter(({ residence }) => residence.openedOn < FIRST_OF_JANUARY);
  const inside = standing.filter(({ residence }) => inQpvOf2023(residence));
  const outside = standing.filter(({ residence }) => !inQpvOf2023(residence));
  const firstLettings = random.exactly(Math.floor((fresh.length * FIRST_LET_PERCENT) / 100), fresh, () => 1);
  const relettings = [
    ...random.exactly(YEAR_2023.inQpv.allocations, inside, () => 1),
    ...random.exactly(YEAR_2023.outsideQpv.allocations - firstLettings.length, outside, () => 1),
  ];
  const leases = [
    ...firstLettings.map((dwelling) => leaseOf(random, dwelling, true, changes)),
    ...relettings.map((dwelling) => leaseOf(random, dwelling, false, changes)),
  ];
  return leases.sort((a, b) => compare(a.signedOn, b.signedOn) || compare(a.dwelling.reference, b.dwelling.reference));
}

function leaseOf(random: Random, dwelling: Dwelling, firstLetting: boolean, changes: readonly OwnerChange[]): Lease {
  const { residence, type } = dwelling;
  const signedOn = firstLetting ? firstLettingDay(random, day(residence.openedOn)) : signingDay(random);
  const { code, contingent } = holderOf(random, residence.commune, landlordOn(signedOn, residence, changes));
  return {
    dwelling,
    signedOn,
    inQpv: inQpvOf2023(residence),
    firstLetting,
    holder: code,
    contingent,
    household: householdFor(random, type),
  };
}

function firstLettingDay(random: Random, openedOn: Day): Day {
  const last = addDays(openedOn, FIRST_LETTING_DAYS);
  return signingDay(random, openedOn, last < LAST_OF_DECEMBER ? last : LAST_OF_DECEMBER);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
