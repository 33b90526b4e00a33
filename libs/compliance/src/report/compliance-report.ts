import type { Position } from '#event-store';
import type { IncompleteImport } from '#imports';
import type { AsOf, Day, Instant } from '#kernel';
import type { Figure, ReportScope } from '../figures/figure';

export interface ReportQuery {
  /** Leases signed from this day to the other, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly scope: ReportScope;
  /** The codes of the figures asked for, printed or not; every printed one where absent. */
  readonly figures?: readonly string[];
  /** The groups asked for, by their ids; every one of the scope where absent. An unknown id finds no group. */
  readonly ids?: readonly string[];
  /** The figures as recorded at this instant, or at the end of this day in the territory; at the head of the history where absent. */
  readonly asOf?: AsOf;
}

export interface ComplianceReport {
  readonly from: Day;
  readonly to: Day;
  /** Recorded time of the last event that the figures include, or the instant of the query; null while nothing has been recorded. */
  readonly asOf: Instant | null;
  readonly position: Position | null;
  /** Present while an import is not completely written: the figures then include only a part of the import. */
  readonly incompleteImport?: IncompleteImport;
  /** The day whose objectives judge the whole period: its last day. Present, as `targetsChanged` is, where a convention is recorded. */
  readonly targetsOn?: Day;
  /** Whether other objectives judged this scope on another day of the period. */
  readonly targetsChanged?: boolean;
  /** Leases of the period whose quartile is unknown, and those known only as 2–4, whatever the scope. */
  readonly unknownQuartile: number;
  readonly partialQuartile: number;
  readonly figures: readonly Figure[];
}
