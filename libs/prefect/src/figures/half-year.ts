import {
  isMasked,
  missingToFloor,
  type ComplianceReport,
  type Figure,
  type ShownFigure,
  type ShownReport,
} from '#compliance';
import { reportedTerritory, type RecordedConvention, type ReportedTerritory } from '#convention';
import type { Position } from '#event-store';
import type { IncompleteImport } from '#imports';
import { compareShares, daysOfSemester, rateOf, type Day, type Instant, type Semester, type Share } from '#kernel';
import { checkedTarget, LAW_TARGET, PREFECTS_FIGURE, targetsOf, type PrefectTargets } from './target';

/** One landlord's half-year. Shapes: formats.md, `report prefect`. */
export interface LandlordHalfYear {
  readonly id: string;
  readonly label: string;
  /** Leases outside QPV, and those of them that went to the first quartile or to a rehoused household. */
  readonly outsideQpv: number;
  readonly eligible: number;
  /** Unrounded. Null, and `met` too, where no lease is outside QPV. */
  readonly rate: number | null;
  readonly target: number;
  readonly met: boolean | null;
  /** The number of further leases, all of them eligible, that would reach the target. */
  readonly missing: number;
  /** Whether the prefect may designate in the landlord's place. It is always null, because half-years cannot be closed yet. */
  readonly substitution: null;
}

/** The half-year of a landlord whose counts may not be told. */
export interface MaskedHalfYear extends Pick<LandlordHalfYear, 'id' | 'label' | 'target' | 'substitution'> {
  readonly outsideQpv: null;
  readonly eligible: null;
  readonly rate: null;
  readonly met: null;
  readonly missing: null;
  readonly masked: true;
}

/** The report of a half-year to the prefect. It is live: a later correction changes it until the half-year is closed. */
export interface HalfYear {
  readonly semester: Semester;
  readonly from: Day;
  readonly to: Day;
  /** The moment of the history that the figures show; null while nothing has been recorded. */
  readonly asOf: Instant | null;
  readonly position: Position | null;
  /** Present while an import is not completely written: the figures then include only a part of the import. */
  readonly incompleteImport?: IncompleteImport;
  readonly closed: false;
  /** The territory as it was on the last day. */
  readonly territory: ReportedTerritory;
  /** Leases of the half-year, in and outside QPV, whose quartile is unknown, and those known only as 2–4. */
  readonly unknownQuartile: number;
  readonly partialQuartile: number;
  /** Every landlord, in the order of their codes. */
  readonly landlords: readonly LandlordHalfYear[];
}

export type ShownLandlord = LandlordHalfYear | MaskedHalfYear;

/** The half-year as its reader may see it. Without masking, it is the half-year. */
export interface ShownHalfYear extends Omit<HalfYear, 'landlords' | 'unknownQuartile' | 'partialQuartile'> {
  readonly unknownQuartile: number | null;
  readonly partialQuartile: number | null;
  readonly landlords: readonly ShownLandlord[];
}

/**
 * The half-year, made from the compliance report of its days by landlord. The figures are the same; they are compared
 * with the convention as known at the moment of the report.
 * @throws CodedError `target-out-of-range`
 */
export function halfYearOf(
  semester: Semester,
  report: ComplianceReport,
  recorded: RecordedConvention | null,
  targets?: PrefectTargets,
): HalfYear;
export function halfYearOf(
  semester: Semester,
  report: ShownReport,
  recorded: RecordedConvention | null,
  targets?: PrefectTargets,
): ShownHalfYear;
export function halfYearOf(
  semester: Semester,
  report: ShownReport,
  recorded: RecordedConvention | null,
  targets: PrefectTargets = targetsOf(recorded),
): ShownHalfYear {
  const { from, to } = daysOfSemester(semester);
  const { asOf, position, incompleteImport, unknownQuartile, partialQuartile, figures } = report;
  const incomplete = incompleteImport && { incompleteImport };
  const landlords = figures
    .filter(({ code }) => code === PREFECTS_FIGURE)
    .map((figure) => shownHalfYear(figure, checkedTarget(targets(figure.scope.id, to) ?? LAW_TARGET)));
  const territory = reportedTerritory(recorded, to);
  const unknown = { unknownQuartile, partialQuartile };
  return { semester, from, to, asOf, position, ...incomplete, closed: false, territory, ...unknown, landlords };
}

function shownHalfYear(figure: ShownFigure, target: Share): ShownLandlord {
  if (!isMasked(figure)) return landlordHalfYear(figure, target);
  const { id, label } = figure.scope;
  const none = { outsideQpv: null, eligible: null, rate: null, met: null, missing: null, substitution: null } as const;
  return { id, label, ...none, target: rateOf(target)!, masked: true };
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
    // A target under 1 is always reached.
    missing: missingToFloor(counts, target)!,
    substitution: null,
  };
}
