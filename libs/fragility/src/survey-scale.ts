import type { Day, Decimal } from '#kernel';
import type { SurveyFacts } from './events';

/** The shares of a survey that make the statistical note. */
export type SurveyIndicator = 'veryLowIncome' | 'adultsInWork' | 'singleParents' | 'largeFamilies' | 'minors';

/**
 * How one share is marked 1 (sound), 2 or 3 (fragile). Bounds are percentages, as the survey holds them.
 * `worseWhen: 'high'`: 1 below `second`, 3 from `third` on. `worseWhen: 'low'`: 1 above `second`, 3 below `third`.
 */
export interface IndicatorScale {
  readonly indicator: SurveyIndicator & keyof SurveyFacts;
  readonly weight: number;
  readonly worseWhen: 'high' | 'low';
  readonly second: Decimal;
  readonly third: Decimal;
}

/** How a territory computes a note from a survey. The convention and its amendments set it, each from a day on. */
export interface SurveyScale {
  readonly indicators: readonly IndicatorScale[];
  /** Notes 2, 3, 4 and 5 begin at these hundredths of the weighted mean. */
  readonly cuts: readonly [number, number, number, number];
  /** Below this percentage of answers the survey gives no note. */
  readonly leastResponseRate: Decimal;
  /** Below this number of surveyed dwellings the survey gives no note. */
  readonly leastDwellings: number;
}

export const DEFAULT_SURVEY_SCALE: SurveyScale = {
  indicators: [
    { indicator: 'veryLowIncome', weight: 2, worseWhen: 'high', second: '32', third: '43' },
    { indicator: 'adultsInWork', weight: 1, worseWhen: 'low', second: '69', third: '64' },
    { indicator: 'singleParents', weight: 1, worseWhen: 'high', second: '20', third: '24' },
    { indicator: 'largeFamilies', weight: 1, worseWhen: 'high', second: '13', third: '18' },
    { indicator: 'minors', weight: 1, worseWhen: 'high', second: '30', third: '33' },
  ],
  cuts: [125, 175, 225, 275],
  leastResponseRate: '50',
  leastDwellings: 11,
};

/** A scale and the day from which it is in force; '' sorts before every day. */
export interface DatedScale {
  readonly from: Day | '';
  readonly scale: SurveyScale;
}

/** The scales of a territory in the order of their days; the first one has no first day. A note computed for a day uses the scale of that day. */
export type SurveyScales = readonly [DatedScale, ...DatedScale[]];

export const DEFAULT_SCALES: SurveyScales = [{ from: '', scale: DEFAULT_SURVEY_SCALE }];

/** The scale in force on a day. */
export function scaleOn(day: Day, scales: SurveyScales): SurveyScale {
  let { scale } = scales[0];
  for (const dated of scales) if (dated.from <= day) scale = dated.scale;
  return scale;
}
