import type { SurveyFacts } from './events';

/** The shares of a survey that make the statistical note. */
export type SurveyIndicator = 'veryLowIncome' | 'adultsInWork' | 'singleParents' | 'largeFamilies' | 'minors';

/**
 * How one share is marked 1 (sound), 2 or 3 (fragile). Bounds are in hundredths of a percent, as the survey holds them.
 * `worseWhen: 'high'`: 1 below `second`, 3 from `third` on. `worseWhen: 'low'`: 1 above `second`, 3 below `third`.
 */
export interface IndicatorScale {
  readonly indicator: SurveyIndicator & keyof SurveyFacts;
  readonly weight: number;
  readonly worseWhen: 'high' | 'low';
  readonly second: number;
  readonly third: number;
}

/** A territory's way from a survey to a note: configuration, dated like its convention. */
export interface SurveyScale {
  readonly indicators: readonly IndicatorScale[];
  /** Tenths of the weighted mean from which notes 2, 3, 4 and 5 begin. */
  readonly cuts: readonly [number, number, number, number];
  /** Hundredths of a percent under which the survey says nothing. */
  readonly leastResponseRate: number;
  /** Dwellings in the survey under which it says nothing. */
  readonly leastDwellings: number;
}

export const DEFAULT_SURVEY_SCALE: SurveyScale = {
  indicators: [
    { indicator: 'veryLowIncome', weight: 2, worseWhen: 'high', second: 32_00, third: 43_00 },
    { indicator: 'adultsInWork', weight: 1, worseWhen: 'low', second: 69_00, third: 64_00 },
    { indicator: 'singleParents', weight: 1, worseWhen: 'high', second: 20_00, third: 24_00 },
    { indicator: 'largeFamilies', weight: 1, worseWhen: 'high', second: 13_00, third: 18_00 },
    { indicator: 'minors', weight: 1, worseWhen: 'high', second: 30_00, third: 33_00 },
  ],
  cuts: [14, 18, 22, 26],
  leastResponseRate: 50_00,
  leastDwellings: 11,
};
