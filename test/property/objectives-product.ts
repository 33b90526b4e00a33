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

/** The compliance report, with the fields that a convention adds. */
export interface JudgedReportJson extends ComplianceReportJson {
  readonly targetsOn?: string;
  readonly targetsChanged?: boolean;
}

/** The product under test in the property of conventions: it imports directories and reports judged figures and objectives. */
export interface ObjectivesProduct {
  /** @throws where the import is refused, with its faults */
  importDirectory(directory: string): Promise<{ readonly events: number }>;
  report(options: ReportOptions): Promise<JudgedReportJson>;
  halfYear(semester: string, asOf?: string): Promise<HalfYearJson>;
  objectives(options: Omit<ReportOptions, 'scope'>): Promise<ObjectivesReportJson>;
  /** An instant (RFC 3339) after everything recorded so far, and before everything recorded later. */
  now(): string;
  close(): Promise<void>;
}
