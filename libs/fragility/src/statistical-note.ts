import { compareDecimals, type Decimal } from '#kernel';
import type { FragilityNote, SurveyFacts } from './events';
import { DEFAULT_SURVEY_SCALE, type IndicatorScale, type SurveyScale } from './survey-scale';

/** The note that a survey gives by itself; null where the survey is left out (too few answers, too few dwellings). */
export function statisticalNote(survey: SurveyFacts, scale: SurveyScale = DEFAULT_SURVEY_SCALE): FragilityNote | null {
  if (compareDecimals(survey.responseRate, scale.leastResponseRate) < 0 || survey.dwellings < scale.leastDwellings)
    return null;
  let marks = 0;
  let weights = 0;
  for (const indicator of scale.indicators) {
    marks += indicator.weight * markOf(survey[indicator.indicator], indicator);
    weights += indicator.weight;
  }
  // marks / weights ≥ cut / 10, without dividing: a mean on a cut belongs to the higher note.
  const passed = scale.cuts.filter((cut) => marks * 10 >= cut * weights).length;
  return (1 + passed) as FragilityNote;
}

function markOf(share: Decimal, scale: IndicatorScale): 1 | 2 | 3 {
  const second = compareDecimals(share, scale.second);
  const third = compareDecimals(share, scale.third);
  if (scale.worseWhen === 'high') return second < 0 ? 1 : third < 0 ? 2 : 3;
  return second > 0 ? 1 : third >= 0 ? 2 : 3;
}
