import type { CeilingZone, Financing } from '#territory';
import { categoryOf, CEILING_FINANCINGS, type CeilingFinancing, type CeilingPlace, type Ceilings } from './ceiling';
import { ranksOf, type RankedHousehold } from './household-rank';

/** A household as it is held against a ceiling. */
export interface MeasuredHousehold extends RankedHousehold {
  /** The reference tax income that the order names, in cents a year. */
  readonly taxIncome: number | null;
}

/** A dwelling, on a day of that year. */
export interface CeiledDwelling {
  readonly year: number;
  readonly zone: CeilingZone | null;
  readonly financing: Financing | null;
  readonly isInDistrict: boolean;
}

export type AdmissionGround =
  | 'no-ceiling'
  | 'zone-unknown'
  | 'income-unknown'
  | 'under-ceiling'
  | 'under-district-ceiling'
  | 'above-ceiling'
  | 'category-open';

/** Whether a financing's ceiling admits a household, and why. */
export interface Admission {
  /** Null where it cannot be said. */
  readonly admitted: boolean | null;
  readonly because: AdmissionGround;
  /** The most that it may earn, at the highest rank that its facts leave open; null where it is not known. */
  readonly ceiling: number | null;
  /** The income as a whole percent of the PLUS ceiling, rounded down; null where a part is not known. */
  readonly percentOfPlus: number | null;
}

/** A household is above a ceiling only where it would be so at every rank that its facts leave open. */
export function admissionOf(household: MeasuredHousehold, dwelling: CeiledDwelling, ceilings: Ceilings): Admission {
  const { financing, zone, year } = dwelling;
  const percentOfPlus = zone === null ? null : percentOfPlusCeiling(household, { year, zone }, ceilings);
  const open = (because: AdmissionGround): Admission => ({ admitted: null, because, ceiling: null, percentOfPlus });
  if (!hasCeiling(financing)) return open('no-ceiling');
  if (zone === null) return open('zone-unknown');
  const { least, most } = ranksOf(household);
  const place = { year, zone, financing };
  const limits = [least, most].map((rank) => limitOf(place, rank, dwelling.isInDistrict, ceilings));
  const [lower, upper] = limits;
  if (!lower || !upper) return open('no-ceiling');
  const { taxIncome } = household;
  const said = (admitted: boolean | null, because: AdmissionGround): Admission => ({
    admitted,
    because,
    ceiling: upper.limit,
    percentOfPlus,
  });
  if (taxIncome === null) return said(null, 'income-unknown');
  if (taxIncome <= lower.ceiling) return said(true, 'under-ceiling');
  if (taxIncome <= lower.limit) return said(true, 'under-district-ceiling');
  return taxIncome > upper.limit ? said(false, 'above-ceiling') : said(null, 'category-open');
}

/** The income as a whole percent of the PLUS ceiling of the lowest rank, rounded down: under 35 is under 35 % exactly. */
export function percentOfPlusCeiling(
  household: MeasuredHousehold,
  place: Omit<CeilingPlace, 'financing'>,
  ceilings: Ceilings,
): number | null {
  const plus = ceilings.ceiling({ ...place, financing: 'PLUS' }, ranksOf(household).least);
  return plus === null || household.taxIncome === null ? null : Math.floor((100 * household.taxIncome) / plus);
}

/** The ceiling, and the limit that admits: in a QPV the prefect's order may set a higher one (R441-1-1). */
function limitOf(place: CeilingPlace, rank: number, isInDistrict: boolean, ceilings: Ceilings) {
  const ceiling = ceilings.ceiling(place, rank);
  if (ceiling === null) return undefined;
  const share = isInDistrict ? (ceilings.row(place, categoryOf(rank))?.districtShare ?? null) : null;
  const plus = ceilings.ceiling({ ...place, financing: 'PLUS' }, rank);
  const raised = share === null || plus === null ? ceiling : Math.floor((plus * share) / 100);
  return { ceiling, limit: Math.max(ceiling, raised) };
}

function hasCeiling(financing: Financing | null): financing is CeilingFinancing {
  return (CEILING_FINANCINGS as readonly (Financing | null)[]).includes(financing);
}
