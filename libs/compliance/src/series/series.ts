import type { Position } from '#event-store';
import type { IncompleteImport } from '#imports';
import type { Instant } from '#kernel';
import type { Figure, FigureScope } from '../figures/figure';
import type { PeriodDays, SeriesStep } from './periods';

/** A figure over one period, judged by the objectives in force on its last day. */
export interface SeriesPoint
  extends PeriodDays, Pick<Figure, 'numerator' | 'denominator' | 'rate' | 'target' | 'status'> {
  /** Present where the last day of the period was not over at the moment of the report. */
  readonly unfinished?: true;
}

export interface SeriesHead extends PeriodDays {
  readonly scope: FigureScope;
  readonly by: SeriesStep;
  readonly asOf: Instant | null;
  readonly position: Position | null;
  readonly incompleteImport?: IncompleteImport;
}

export interface SeriesReport extends SeriesHead {
  /** In the order in which the figures were asked for. */
  readonly series: readonly { readonly figure: string; readonly points: readonly SeriesPoint[] }[];
}
