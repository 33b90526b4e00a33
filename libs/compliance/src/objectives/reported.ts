import type { Position } from '#event-store';
import type { IncompleteImport } from '#imports';
import type { Day, Instant } from '#kernel';
import type { ObjectiveLine } from './line';
import type { CountedDays } from './tally';
import type { UnknownQuartiles } from './unknown-quartiles';

export interface ObjectivesReport extends CountedDays, UnknownQuartiles {
  readonly asOf: Instant | null;
  readonly position: Position | null;
  /** Present while an import is not completely written: the counts then include only a part of the import. */
  readonly incompleteImport?: IncompleteImport;
  /** `targetsOn` and `targetsChanged` are present where a convention is recorded. */
  readonly targetsOn?: Day;
  /** Whether some objective was different on another day of the period. */
  readonly targetsChanged?: boolean;
  /** One line for each objective and each entity that it is about, in the order of the convention. */
  readonly objectives: readonly ObjectiveLine[];
}
