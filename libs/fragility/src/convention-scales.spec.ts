import { aConvention, anAmendment } from '#convention/testing';
import { day } from '#kernel';
import { delaysOn, scalesOf } from './convention-scales';
import { DEFAULT_DELAYS } from './delays';
import { DEFAULT_SCALES, DEFAULT_SURVEY_SCALE, scaleOn, type SurveyScale } from './survey-scale';
import { aSurvey, FragilitySetting } from './testing';

const STRICT: SurveyScale = { ...DEFAULT_SURVEY_SCALE, leastDwellings: 100 };
const FRAGILE: SurveyScale = { ...DEFAULT_SURVEY_SCALE, cuts: [100, 100, 100, 100] };
const amendment = (effectiveOn: string, fragilityScale: SurveyScale | null) =>
  anAmendment({ code: effectiveOn, effectiveOn: day(effectiveOn), fragilityScale });

describe('the scales of a convention', () => {
  it('are the default scale where the convention sets none', () => {
    expect(scalesOf(null)).toEqual(DEFAULT_SCALES);
    const silent = { base: aConvention(), amendments: [amendment('2026-02-01', null)] };
    expect(scalesOf(silent)).toEqual(DEFAULT_SCALES);
  });

  it('are the convention’s, then each amendment’s from its day on; of those in effect the last recorded wins', () => {
    const recorded = {
      base: aConvention({ fragilityScale: STRICT }),
      amendments: [amendment('2026-02-01', FRAGILE), amendment('2025-01-01', DEFAULT_SURVEY_SCALE)],
    };
    const scales = scalesOf(recorded);
    expect(scales.map(({ from }) => from)).toEqual(['', '2025-01-01', '2026-02-01']);
    expect(scaleOn(day('2024-12-31'), scales)).toEqual(STRICT);
    expect(scaleOn(day('2025-01-01'), scales)).toEqual(DEFAULT_SURVEY_SCALE);
    expect(scaleOn(day('2026-02-01'), scales)).toEqual(DEFAULT_SURVEY_SCALE);
  });

  it('come with the delays in force on a day', () => {
    const delays = { noteRenewalYears: 4 };
    const recorded = {
      base: aConvention({ delays: { offerAnswerDays: 10, noteRenewalYears: 3, residenceListYears: 6 } }),
      amendments: [anAmendment({ effectiveOn: day('2026-02-01'), delays })],
    };
    expect(delaysOn(day('2026-01-31'), recorded)).toEqual({ ...DEFAULT_DELAYS, surveyYears: 3, listYears: 6 });
    expect(delaysOn(day('2026-02-01'), recorded)).toMatchObject({ surveyYears: 4, listYears: 6 });
    expect(delaysOn(day('2026-02-01'), null)).toEqual(DEFAULT_DELAYS);
  });
});

describe('notes under a convention', () => {
  let setting: FragilitySetting;
  beforeEach(async () => {
    setting = await FragilitySetting.open();
    await setting.territory();
    await setting.history.survey(aSurvey('R1', 2022));
  });
  afterEach(() => setting.destroy());

  const note = async (on: string, query = {}) => (await setting.report(on, query)).residences[0]!.note;

  it('are computed by the scale of their day, as it was known, live and rebuilt', async () => {
    const { history, installation } = setting;
    await history.scale(STRICT, day('2020-01-01'));
    const asOf = history.clock.now();
    await history.scale(FRAGILE, day('2024-02-01'));
    const all = async () => [await note('2024-01-31'), await note('2024-02-01'), await note('2024-02-01', { asOf })];
    expect(await all()).toEqual([null, 5, null]);
    expect((await setting.report('2024-01-31')).residences[0]!.reason).toBe(
      'Enquête OPS 2022 écartée : 40 logements enquêtés, moins de 100.',
    );
    await installation.engine.rebuild('fragility');
    expect(await all()).toEqual([null, 5, null]);
  });
});
