import { compareDecimals, type Decimal, type Share } from '#kernel';
import type { FragilityNote, SurveyFacts } from './events';
import { DEFAULT_SURVEY_SCALE, type IndicatorScale, type SurveyIndicator, type SurveyScale } from './survey-scale';

/** 1 (sound) to 3 (fragile). */
export type Mark = 1 | 2 | 3;

/** Why a survey gives no note: the value found, and the least value needed. */
export type SurveyExclusion =
  | { readonly kind: 'response-rate'; readonly found: Decimal; readonly least: Decimal }
  | { readonly kind: 'dwellings'; readonly found: number; readonly least: number };

/** One share of a survey, with its mark. */
export interface MarkedIndicator {
  readonly indicator: SurveyIndicator;
  readonly share: Decimal;
  readonly worseWhen: IndicatorScale['worseWhen'];
  readonly second: Decimal;
  readonly third: Decimal;
  readonly mark: Mark;
  readonly weight: number;
}

/** The computation of a survey's note, step by step. The mean is there even where the survey is left out; the note is then null. */
export interface StatisticalNoteExplained {
  readonly survey: SurveyFacts;
  readonly exclusions: readonly SurveyExclusion[];
  readonly indicators: readonly MarkedIndicator[];
  /** The sum of marks × weights over the sum of weights: exact, not reduced. */
  readonly mean: Share;
  readonly cuts: readonly number[];
  /** How many cuts the mean reaches. A mean on a cut reaches it. */
  readonly cutsReached: number;
  readonly note: FragilityNote | null;
}

/** The note that a survey gives by itself; null where the survey is left out (too few answers, too few dwellings). */
export function statisticalNote(survey: SurveyFacts, scale: SurveyScale = DEFAULT_SURVEY_SCALE): FragilityNote | null {
  return explainStatisticalNote(survey, scale).note;
}

export function explainStatisticalNote(
  survey: SurveyFacts,
  scale: SurveyScale = DEFAULT_SURVEY_SCALE,
): StatisticalNoteExplained {
  const exclusions = exclusionsOf(survey, scale);
  const indicators = scale.indicators.map((indicator) => markedIndicator(survey, indicator));
  let marks = 0;
  let weights = 0;
  for (const { mark, weight } of indicators) {
    marks += weight * mark;
    weights += weight;
  }
  // marks / weights ≥ cut / 100, without dividing: a mean on a cut belongs to the higher note.
  const cutsReached = scale.cuts.filter((cut) => marks * 100 >= cut * weights).length;
  return {
    survey,
    exclusions,
    indicators,
    mean: { numerator: marks, denominator: weights },
    cuts: scale.cuts,
    cutsReached,
    note: exclusions.length > 0 ? null : ((1 + cutsReached) as FragilityNote),
  };
}

/** The reasons why the survey gives no note; empty where it gives one. */
export function exclusionsOf(survey: SurveyFacts, scale: SurveyScale): readonly SurveyExclusion[] {
  const { responseRate, dwellings } = survey;
  const exclusions: SurveyExclusion[] = [];
  if (compareDecimals(responseRate, scale.leastResponseRate) < 0)
    exclusions.push({ kind: 'response-rate', found: responseRate, least: scale.leastResponseRate });
  if (dwellings < scale.leastDwellings)
    exclusions.push({ kind: 'dwellings', found: dwellings, least: scale.leastDwellings });
  return exclusions;
}

function markedIndicator(survey: SurveyFacts, scale: IndicatorScale): MarkedIndicator {
  const { indicator, weight, worseWhen, second, third } = scale;
  const share = survey[indicator];
  return { indicator, share, worseWhen, second, third, mark: markOf(share, scale), weight };
}

function markOf(share: Decimal, scale: IndicatorScale): Mark {
  const second = compareDecimals(share, scale.second);
  const third = compareDecimals(share, scale.third);
  if (scale.worseWhen === 'high') return second < 0 ? 1 : third < 0 ? 2 : 3;
  return second > 0 ? 1 : third >= 0 ? 2 : 3;
}
