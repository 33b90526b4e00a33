import { day } from '#kernel';
import type { SurveyFacts } from './events';
import { explainStatisticalNote, statisticalNote } from './statistical-note';
import { DEFAULT_SCALES, DEFAULT_SURVEY_SCALE, scaleOn, type SurveyScales } from './survey-scale';

const sound: SurveyFacts = {
  residence: 'R1',
  year: 2022,
  dwellings: 40,
  responseRate: '80',
  veryLowIncome: '10',
  adultsInWork: '80',
  largeFamilies: '5',
  singleParents: '10',
  minors: '20',
};

describe('the statistical note of a survey', () => {
  it.each<[string, Partial<SurveyFacts>, number | null]>([
    ['everything sound: mean 1', {}, 1],
    ['one simple indicator at 2: mean 7/6 stays under 1.25', { minors: '30' }, 1],
    ['the double indicator at 2: mean 8/6 passes 1.25', { veryLowIncome: '32' }, 2],
    ['mean 10/6 stays under 1.75', { veryLowIncome: '43' }, 2],
    ['mean 11/6 passes 1.75', { veryLowIncome: '43', minors: '30' }, 3],
    ['mean 13/6 stays under 2.25', { veryLowIncome: '43', minors: '33', largeFamilies: '13' }, 3],
    ['mean 14/6 passes 2.25', { veryLowIncome: '43', minors: '33', largeFamilies: '18' }, 4],
    ['mean 16/6 stays under 2.75', { veryLowIncome: '43', minors: '33', largeFamilies: '18', singleParents: '24' }, 4],
    [
      'mean 17/6 passes 2.75',
      { veryLowIncome: '43', minors: '33', largeFamilies: '18', singleParents: '24', adultsInWork: '64' },
      5,
    ],
    [
      'Valibout 239, as the convention prints it: marks 3, 3, 2, 3, 2',
      { veryLowIncome: '43', adultsInWork: '63', singleParents: '20', largeFamilies: '18', minors: '30' },
      4,
    ],
    ['under half of answers: left out', { responseRate: '49.99' }, null],
    ['half of answers exactly: kept', { responseRate: '50' }, 1],
    ['ten dwellings: left out', { dwellings: 10 }, null],
    ['eleven dwellings: kept', { dwellings: 11 }, 1],
  ])('%s', (_, facts, note) => {
    expect(statisticalNote({ ...sound, ...facts })).toBe(note);
  });

  it.each<[keyof SurveyFacts, string, number]>([
    ['veryLowIncome', '31.99', 1],
    ['veryLowIncome', '32', 2],
    ['veryLowIncome', '42.99', 2],
    ['veryLowIncome', '43', 3],
    ['adultsInWork', '69.01', 1],
    ['adultsInWork', '69', 2],
    ['adultsInWork', '64', 2],
    ['adultsInWork', '63.99', 3],
    ['singleParents', '19.99', 1],
    ['singleParents', '20', 2],
    ['singleParents', '24', 3],
    ['largeFamilies', '12.99', 1],
    ['largeFamilies', '13', 2],
    ['largeFamilies', '18', 3],
    ['minors', '29.99', 1],
    ['minors', '30', 2],
    ['minors', '33', 3],
  ])('%s at %s percent is worth %d', (indicator, share, mark) => {
    const alone = DEFAULT_SURVEY_SCALE.indicators.filter((scale) => scale.indicator === indicator);
    const note = statisticalNote({ ...sound, [indicator]: share }, { ...DEFAULT_SURVEY_SCALE, indicators: alone });
    expect(note).toBe({ 1: 1, 2: 3, 3: 5 }[mark]);
  });

  it('gives a mean on a cut to the higher note', () => {
    // Weights 5, 1, 1 and 1: the mean goes up by eighths, and each default cut is an odd number of quarters.
    const weights = { veryLowIncome: 5, singleParents: 1, largeFamilies: 1, minors: 1 };
    const indicators = DEFAULT_SURVEY_SCALE.indicators.flatMap((scale) =>
      scale.indicator === 'adultsInWork' ? [] : [{ ...scale, weight: weights[scale.indicator] }],
    );
    const scale = { ...DEFAULT_SURVEY_SCALE, indicators };
    expect(statisticalNote({ ...sound, minors: '30' }, scale)).toBe(1);
    expect(statisticalNote({ ...sound, minors: '33' }, scale)).toBe(2);
    expect(statisticalNote({ ...sound, veryLowIncome: '32', minors: '30' }, scale)).toBe(3);
    expect(statisticalNote({ ...sound, veryLowIncome: '43' }, scale)).toBe(4);
    expect(statisticalNote({ ...sound, veryLowIncome: '43', largeFamilies: '18', minors: '33' }, scale)).toBe(5);
  });
});

describe('a statistical note explained', () => {
  it('gives each share its band, its mark and its weight, the mean as a fraction, and the cuts that it reaches', () => {
    const explained = explainStatisticalNote({ ...sound, veryLowIncome: '43', minors: '33', adultsInWork: '66' });
    expect(explained).toMatchObject({
      exclusions: [],
      indicators: [
        { indicator: 'veryLowIncome', share: '43', worseWhen: 'high', second: '32', third: '43', mark: 3, weight: 2 },
        { indicator: 'adultsInWork', share: '66', worseWhen: 'low', second: '69', third: '64', mark: 2, weight: 1 },
        { indicator: 'singleParents', mark: 1 },
        { indicator: 'largeFamilies', mark: 1 },
        { indicator: 'minors', mark: 3 },
      ],
      mean: { numerator: 13, denominator: 6 },
      cuts: [125, 175, 225, 275],
      cutsReached: 2,
      note: 3,
    });
  });

  it('says why a survey is left out, for each reason, and gives it no note', () => {
    const explained = explainStatisticalNote({ ...sound, responseRate: '49.99', dwellings: 10 });
    expect(explained).toMatchObject({
      exclusions: [
        { kind: 'response-rate', found: '49.99', least: '50' },
        { kind: 'dwellings', found: 10, least: 11 },
      ],
      mean: { numerator: 6, denominator: 6 },
      note: null,
    });
  });

  it('takes the scale of its day', () => {
    const strict = { ...DEFAULT_SURVEY_SCALE, leastDwellings: 100 };
    const scales: SurveyScales = [...DEFAULT_SCALES, { from: day('2026-02-01'), scale: strict }];
    expect(scaleOn(day('2026-01-31'), scales)).toBe(DEFAULT_SURVEY_SCALE);
    expect(scaleOn(day('2026-02-01'), scales)).toBe(strict);
    expect(scaleOn(day('1990-01-01'), scales)).toBe(DEFAULT_SURVEY_SCALE);
  });
});
