import type { ScopeKind } from '../naive/compliance';
import type { NaiveOperation, NaiveProgress, NaiveShare } from '../naive/rehousing';

/** One figure as `report compliance --format json` prints it. */
export interface FigureJson {
  readonly code: string;
  readonly scope: { readonly kind: string; readonly id: string; readonly label: string | null };
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
  readonly target: unknown;
  readonly status: string | null;
}

/** The published form of `report compliance`. */
export interface ComplianceReportJson {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly position: string;
  readonly unknownQuartile: number;
  readonly partialQuartile: number;
  readonly figures: readonly FigureJson[];
}

export interface ReportOptions {
  readonly from: string;
  readonly to: string;
  readonly scope: ScopeKind;
  /** RFC 3339; the head of the history where it is absent. */
  readonly asOf?: string;
}

/** The published form of `report prefect`. */
export interface HalfYearJson {
  readonly semester: string;
  readonly from: string;
  readonly to: string;
  readonly closed: boolean;
  readonly landlords: readonly {
    readonly id: string;
    readonly label: string;
    readonly outsideQpv: number;
    readonly eligible: number;
    readonly rate: number | null;
    readonly target: number;
    readonly met: boolean | null;
    readonly missing: number;
    readonly substitution: null;
  }[];
}

/** What the property tests ask of Mixité: a fresh, empty installation that takes directories in and gives reports out. */
export interface Product {
  /**
   * Imports a directory that has no fault. `events` are those that its rows made: 0 where no row says anything new.
   * @throws where the import is refused, with its faults
   */
  importDirectory(directory: string): Promise<{ readonly events: number }>;
  report(options: ReportOptions): Promise<ComplianceReportJson>;
  /** An instant (RFC 3339) not before what was recorded so far, and before whatever is recorded next. */
  now(): string;
  close(): Promise<void>;
}

/** The published form of `report rehousing`, with what Mixité adds to it. */
export interface RehousingReportJson {
  readonly asOf: string | null;
  readonly position: string | null;
  readonly operations: readonly NaiveOperation[];
  readonly total: NaiveProgress;
  readonly figures: readonly NaiveShare[];
}

/** What the property of rehousings asks beside: the state of the operations, and a clock that is told the time. */
export interface RehousingProduct extends Product {
  rehousing(options: { readonly operation?: string; readonly asOf?: string }): Promise<RehousingReportJson>;
  /** It is that instant now, or already later. */
  goTo(instant: string): void;
}
