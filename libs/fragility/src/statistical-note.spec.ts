import type { SurveyFacts } from './events';
import { statisticalNote } from './statistical-note';
import { DEFAULT_SURVEY_SCALE } from './survey-scale';

const sound: SurveyFacts = {
  residence: 'R1',
  year: 2022,
  dwellings: 40,
  responseRate: 80_00,
  veryLowIncome: 10_00,
  adultsInWork: 80_00,
  largeFamilies: 5_00,
  singleParents: 10_00,
  minors: 20_00,
};

describe('the statistical note of a survey', () => {
  it.each<[string, Partial<SurveyFacts>, number | null]>([
    ['everything sound: mean 1', {}, 1],
    ['one simple indicator at 2: mean 7/6', { minors: 30_00 }, 1],
    ['the double indicator at 2: mean 8/6', { veryLowIncome: 32_00 }, 1],
    ['three points above sound: mean 9/6 passes 1.4', { veryLowIncome: 32_00, minors: 30_00 }, 2],
    ['mean 10/6 stays under 1.8', { veryLowIncome: 43_00 }, 2],
    ['mean 11/6 passes 1.8', { veryLowIncome: 43_00, minors: 30_00 }, 3],
    ['mean 13/6 stays under 2.2', { veryLowIncome: 43_00, minors: 33_00, largeFamilies: 13_00 }, 3],
    ['mean 14/6 passes 2.2', { veryLowIncome: 43_00, minors: 33_00, largeFamilies: 18_00 }, 4],
    [
      'mean 15/6 stays under 2.6',
      { veryLowIncome: 43_00, minors: 33_00, largeFamilies: 18_00, singleParents: 20_00 },
      4,
    ],
    ['mean 16/6 passes 2.6', { veryLowIncome: 43_00, minors: 33_00, largeFamilies: 18_00, singleParents: 24_00 }, 5],
    ['under half of answers: left out', { responseRate: 49_99 }, null],
    ['half of answers exactly: kept', { responseRate: 50_00 }, 1],
    ['ten dwellings: left out', { dwellings: 10 }, null],
    ['eleven dwellings: kept', { dwellings: 11 }, 1],
  ])('%s', (_, facts, note) => {
    expect(statisticalNote({ ...sound, ...facts })).toBe(note);
  });

  it.each<[keyof SurveyFacts, number, number]>([
    ['veryLowIncome', 31_99, 1],
    ['veryLowIncome', 32_00, 2],
    ['veryLowIncome', 42_99, 2],
    ['veryLowIncome', 43_00, 3],
    ['adultsInWork', 69_01, 1],
    ['adultsInWork', 69_00, 2],
    ['adultsInWork', 64_00, 2],
    ['adultsInWork', 63_99, 3],
    ['singleParents', 19_99, 1],
    ['singleParents', 20_00, 2],
    ['singleParents', 24_00, 3],
    ['largeFamilies', 12_99, 1],
    ['largeFamilies', 13_00, 2],
    ['largeFamilies', 18_00, 3],
    ['minors', 29_99, 1],
    ['minors', 30_00, 2],
    ['minors', 33_00, 3],
  ])('%s at %d hundredths of a percent is worth %d', (indicator, share, mark) => {
    const alone = DEFAULT_SURVEY_SCALE.indicators.filter((scale) => scale.indicator === indicator);
    const note = statisticalNote({ ...sound, [indicator]: share }, { ...DEFAULT_SURVEY_SCALE, indicators: alone });
    expect(note).toBe({ 1: 1, 2: 3, 3: 5 }[mark]);
  });

  it('gives a mean on a cut to the higher note', () => {
    const fiveEqualWeights = DEFAULT_SURVEY_SCALE.indicators.map((scale) => ({ ...scale, weight: 1 }));
    const scale = { ...DEFAULT_SURVEY_SCALE, indicators: fiveEqualWeights };
    expect(statisticalNote({ ...sound, minors: 33_00 }, scale)).toBe(2);
    expect(statisticalNote({ ...sound, minors: 33_00, largeFamilies: 18_00 }, scale)).toBe(3);
    expect(statisticalNote({ ...sound, minors: 33_00, largeFamilies: 18_00, singleParents: 24_00 }, scale)).toBe(4);
    expect(
      statisticalNote({ ...sound, minors: 33_00, largeFamilies: 18_00, singleParents: 24_00, adultsInWork: 1 }, scale),
    ).toBe(5);
  });
});
