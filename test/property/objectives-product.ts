import type { ComplianceReportJson, HalfYearJson, ReportOptions } from './product';

/** One objective for one entity, as `report objectives --format json` prints it: the fields that the files decide. */
export interface ObjectiveJson {
  readonly code: string;
  readonly figure: string;
  readonly scope: { readonly kind: string; readonly id: string };
  readonly actor: { readonly kind: string; readonly id: string } | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
  readonly target: unknown;
  readonly status: string | null;
  readonly missing: number | null;
  readonly previous: { readonly numerator: number; readonly denominator: number };
  readonly trend: string | null;
}

export interface ObjectivesReportJson {
  readonly targetsOn: string;
  readonly targetsChanged: boolean;
  readonly objectives: readonly ObjectiveJson[];
}

/** The compliance report with what a convention adds to it. */
export interface JudgedReportJson extends ComplianceReportJson {
  readonly targetsOn?: string;
  readonly targetsChanged?: boolean;
}

/** What the property of conventions asks of Mixité: directories in, judged figures and objectives out. */
export interface ObjectivesProduct {
  /** @throws where the import is refused, with its faults */
  importDirectory(directory: string): Promise<{ readonly events: number }>;
  report(options: ReportOptions): Promise<JudgedReportJson>;
  halfYear(semester: string, asOf?: string): Promise<HalfYearJson>;
  objectives(options: Omit<ReportOptions, 'scope'>): Promise<ObjectivesReportJson>;
  /** An instant (RFC 3339) not before what was recorded so far, and before whatever is recorded next. */
  now(): string;
  close(): Promise<void>;
}
