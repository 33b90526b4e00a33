import { conventionOn, type RecordedConvention } from '#convention';
import type { Day } from '#kernel';
import { DEFAULT_DELAYS, type FreshnessDelays } from './delays';
import { DEFAULT_SURVEY_SCALE, type DatedScale, type SurveyScales } from './survey-scale';

/** The scales that the convention and its amendments set, each from the day on which it takes effect; the default one where they set none. */
export function scalesOf(recorded: RecordedConvention | null): SurveyScales {
  const first: DatedScale = { from: '', scale: recorded?.base.fragilityScale ?? DEFAULT_SURVEY_SCALE };
  if (!recorded) return [first];
  const changes = recorded.amendments.flatMap(({ fragilityScale, effectiveOn }) =>
    fragilityScale ? [effectiveOn] : [],
  );
  const days = [...new Set(changes)].sort();
  return [
    first,
    ...days.map((from) => ({ from, scale: conventionOn(recorded, from).fragilityScale ?? DEFAULT_SURVEY_SCALE })),
  ];
}

/** For how long surveys and lists stay fresh, by the convention in force on the day. */
export function delaysOn(day: Day, recorded: RecordedConvention | null): FreshnessDelays {
  if (!recorded) return DEFAULT_DELAYS;
  const { noteRenewalYears, residenceListYears } = conventionOn(recorded, day).delays;
  return { ...DEFAULT_DELAYS, surveyYears: noteRenewalYears, listYears: residenceListYears };
}
