import { cell, type Import } from './cells';
import { Knowledge } from './knowledge';
import { leasesBetween } from './lease';

export interface NaiveLandlord {
  readonly id: string;
  readonly label: string;
  readonly outsideQpv: number;
  readonly eligible: number;
  readonly rate: number | null;
  readonly target: number;
  readonly met: boolean | null;
  readonly missing: number;
  readonly substitution: null;
}

export interface NaiveHalfYear {
  readonly semester: string;
  readonly from: string;
  readonly to: string;
  readonly closed: boolean;
  readonly landlords: readonly NaiveLandlord[];
}

/** `report prefect` recomputed from the files alone: leases are counted one by one, and what is missing is added one by one. */
export function naiveHalfYear(imports: readonly Import[], semester: string): NaiveHalfYear {
  const year = semester.slice(0, 4);
  const [from, to] = semester.endsWith('S1') ? [`${year}-01-01`, `${year}-06-30`] : [`${year}-07-01`, `${year}-12-31`];
  const known = new Knowledge(imports);
  const outside = leasesBetween(known, from, to).filter(({ districts }) => districts.length === 0);
  const landlords = known.all('bailleurs.csv').map((row) => {
    const id = cell(row, 'code_bailleur');
    const theirs = outside.filter(({ landlord }) => landlord === id);
    const eligible = theirs.filter(({ quartile, rehoused }) => quartile === '1' || rehoused).length;
    return landlordOf(id, cell(row, 'nom'), theirs.length, eligible);
  });
  return { semester, from, to, closed: false, landlords: landlords.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function landlordOf(id: string, label: string, outsideQpv: number, eligible: number): NaiveLandlord {
  const common = { id, label, outsideQpv, eligible, target: 0.25, substitution: null };
  if (outsideQpv === 0) return { ...common, rate: null, met: null, missing: 0 };
  let missing = 0;
  while (4 * (eligible + missing) < outsideQpv + missing) missing += 1;
  return { ...common, rate: eligible / outsideQpv, met: missing === 0, missing };
}
