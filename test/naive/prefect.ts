import { cell, type Import } from './cells';
import { Knowledge } from './knowledge';
import { valueOf, type Value } from './judging';
import { leasesBetween } from './lease';
import { objectivesOn, type WrittenConvention } from './written-convention';

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

/**
 * Recomputes `report prefect` from the files alone: leases are counted one by one, and missing allocations are added
 * one by one. The target is the highest minimum that the convention sets for the landlord on the last day, or else the
 * quarter of the law.
 */
export function naiveHalfYear(
  imports: readonly Import[],
  semester: string,
  conventions: readonly WrittenConvention[] = [],
): NaiveHalfYear {
  const year = semester.slice(0, 4);
  const [from, to] = semester.endsWith('S1') ? [`${year}-01-01`, `${year}-06-30`] : [`${year}-07-01`, `${year}-12-31`];
  const known = new Knowledge(imports);
  const outside = leasesBetween(known, from, to).filter(({ districts }) => districts.length === 0);
  const landlords = known.all('bailleurs.csv').map((row) => {
    const id = cell(row, 'code_bailleur');
    const theirs = outside.filter(({ landlord }) => landlord === id);
    const eligible = theirs.filter(({ quartile, rehoused }) => quartile === '1' || rehoused).length;
    return landlordOf(id, cell(row, 'nom'), theirs.length, eligible, targetOf(conventions, id, to));
  });
  return { semester, from, to, closed: false, landlords: landlords.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function targetOf(conventions: readonly WrittenConvention[], landlord: string, day: string): Value {
  let target: Value | null = null;
  for (const { figure, operateur, portee, acteur, valeur } of objectivesOn(conventions, day)) {
    if (figure !== 'Q1_REHOUSED_OUTSIDE_QPV' || operateur !== 'min' || portee.type !== 'bailleur' || acteur) continue;
    if (portee.identifiants && !portee.identifiants.includes(landlord)) continue;
    const value = valueOf(valeur!);
    if (!target || value.parts * target.whole > target.parts * value.whole) target = value;
  }
  return target ?? { parts: 1, whole: 4 };
}

function landlordOf(
  id: string,
  label: string,
  outsideQpv: number,
  eligible: number,
  { parts, whole }: Value,
): NaiveLandlord {
  const common = { id, label, outsideQpv, eligible, target: parts / whole, substitution: null };
  if (outsideQpv === 0) return { ...common, rate: null, met: null, missing: 0 };
  let missing = 0;
  while (whole * (eligible + missing) < parts * (outsideQpv + missing)) missing += 1;
  return { ...common, rate: eligible / outsideQpv, met: missing === 0, missing };
}
