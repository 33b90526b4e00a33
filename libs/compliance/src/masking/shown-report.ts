import type { Figure } from '../figures/figure';
import type { ComplianceReport } from '../report';

/** A figure that may not be told: it has neither counts, nor rate, nor status. */
export interface MaskedFigure extends Pick<Figure, 'code' | 'scope' | 'target'> {
  readonly numerator: null;
  readonly denominator: null;
  readonly rate: null;
  readonly status: null;
  readonly masked: true;
}

export type ShownFigure = Figure | MaskedFigure;

/** The report as its reader may see it. Without masking, it is the report. */
export interface ShownReport extends Omit<ComplianceReport, 'figures' | 'unknownQuartile' | 'partialQuartile'> {
  /** Null where they are masked. */
  readonly unknownQuartile: number | null;
  readonly partialQuartile: number | null;
  readonly figures: readonly ShownFigure[];
}

export function maskedFigure({ code, scope, target }: Figure): MaskedFigure {
  return { code, scope, numerator: null, denominator: null, rate: null, target, status: null, masked: true };
}

export function isMasked(figure: ShownFigure): figure is MaskedFigure {
  return 'masked' in figure;
}

/** What files and papers say of masked figures. */
export const MASKED_TEXT = 'moins de 11, ou masqué pour qu’aucun total ne rende un tel effectif';
