import type { ReportedTerritory } from '#convention';
import type { Position } from '#event-store';
import type { IncompleteImport } from '#imports';
import type { Instant } from '#kernel';
import type { Progress } from '../figures/progress';
import type { RehousingFigure } from '../figures/rehousing-figure';

export interface OperationState extends Progress {
  readonly id: string;
  readonly label: string;
  readonly figures: readonly RehousingFigure[];
}

export interface RehousingReport {
  /** Recorded time of the last event that the report includes, or the instant of the query; null while nothing has been recorded. */
  readonly asOf: Instant | null;
  readonly position: Position | null;
  /** Present while an import is not completely written: the report then includes only a part of the import. */
  readonly incompleteImport?: IncompleteImport;
  /** The territory as it was on the day of the report; null while nothing has been recorded. */
  readonly territory: ReportedTerritory | null;
  /** Every operation known, in the order of their codes. */
  readonly operations: readonly OperationState[];
  /** All the operations together. */
  readonly total: Progress;
  readonly figures: readonly RehousingFigure[];
}
