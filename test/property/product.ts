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

/** The product under test in the property tests: a new, empty installation that imports directories and gives reports. */
export interface Product {
  /**
   * Imports a directory without faults. `events` counts the events that its rows made: 0 where no row is new or
   * changed.
   * @throws where the import is refused, with its faults
   */
  importDirectory(directory: string): Promise<{ readonly events: number }>;
  report(options: ReportOptions): Promise<ComplianceReportJson>;
  /** An instant (RFC 3339) after everything recorded so far, and before everything recorded later. */
  now(): string;
  close(): Promise<void>;
}

/** The published form of `report rehousing`, with the fields that Mixité adds. */
export interface RehousingReportJson {
  readonly asOf: string | null;
  readonly position: string | null;
  readonly operations: readonly NaiveOperation[];
  readonly total: NaiveProgress;
  readonly figures: readonly NaiveShare[];
}

/** The product under test in the property of rehousings. It also reports the operations, and has a clock that a test can set. */
export interface RehousingProduct extends Product {
  rehousing(options: { readonly operation?: string; readonly asOf?: string }): Promise<RehousingReportJson>;
  /** Moves the clock to the instant, unless it is already later. */
  goTo(instant: string): void;
}
