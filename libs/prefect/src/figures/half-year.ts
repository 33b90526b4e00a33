import type { ComplianceReport, Figure } from '#compliance';
import type { Position } from '#event-store';
import type { IncompleteImport } from '#imports';
import { compareShares, daysOfSemester, rateOf, type Day, type Instant, type Semester, type Share } from '#kernel';
import { checkedTarget, LAW_ALONE, LAW_TARGET, PREFECTS_FIGURE, type PrefectTargets } from './target';

/** One landlord's half-year. Shapes: formats.md, `report prefect`. */
export interface LandlordHalfYear {
  readonly id: string;
  readonly label: string;
  /** Leases outside QPV, and those of them that went to the first quartile or to a rehoused household. */
  readonly outsideQpv: number;
  readonly eligible: number;
  /** Unrounded; null, as `met`, where no lease is outside QPV. */
  readonly rate: number | null;
  readonly target: number;
  readonly met: boolean | null;
  /** How many further leases, all of them eligible, would reach the target. */
  readonly missing: number;
  /** Whether the prefect may designate in its place: none is opened before half-years can be closed. */
  readonly substitution: null;
}

/** What the prefect is told of a half-year, live: a later correction changes it until the half-year is closed. */
export interface HalfYear {
  readonly semester: Semester;
  readonly from: Day;
  readonly to: Day;
  /** The moment of the history that it tells; null while nothing has been recorded. */
  readonly asOf: Instant | null;
  readonly position: Position | null;
  /** Present while an import is not written whole: the figures hold a part of it. */
  readonly incompleteImport?: IncompleteImport;
  readonly closed: false;
  /** Every landlord, in the order of their codes. */
  readonly landlords: readonly LandlordHalfYear[];
}

/**
 * The half-year, from the compliance report of its days by landlord: the same figures.
 * @throws CodedError `target-out-of-range`
 */
export function halfYearOf(
  semester: Semester,
  report: ComplianceReport,
  targets: PrefectTargets = LAW_ALONE,
): HalfYear {
  const { from, to } = daysOfSemester(semester);
  const { asOf, position, incompleteImport, figures } = report;
  const incomplete = incompleteImport && { incompleteImport };
  const landlords = figures
    .filter(({ code }) => code === PREFECTS_FIGURE)
    .map((figure) => landlordHalfYear(figure, checkedTarget(targets(figure.scope.id, to) ?? LAW_TARGET)));
  return { semester, from, to, asOf, position, ...incomplete, closed: false, landlords };
}

function landlordHalfYear({ scope, numerator, denominator, rate }: Figure, target: Share): LandlordHalfYear {
  const counts = { numerator, denominator };
  return {
    id: scope.id,
    label: scope.label,
    outsideQpv: denominator,
    eligible: numerator,
    rate,
    target: rateOf(target)!,
    met: denominator === 0 ? null : compareShares(counts, target) >= 0,
    missing: missingTo(counts, target),
    substitution: null,
  };
}

/** The least k ≥ 0 for which (eligible + k) / (outside + k) reaches the target; 0 where nothing is outside QPV. */
export function missingTo({ numerator: eligible, denominator: outside }: Share, target: Share): number {
  if (outside === 0) return 0;
  // d(e + k) ≥ n(o + k) ⇔ k(d − n) ≥ n·o − d·e
  const [n, d] = [BigInt(target.numerator), BigInt(target.denominator)];
  const short = n * BigInt(outside) - d * BigInt(eligible);
  if (short <= 0n) return 0;
  const gain = d - n;
  return Number((short + gain - 1n) / gain);
}
