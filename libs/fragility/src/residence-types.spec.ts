import type { SurveyFacts } from './events';
import { occupancyOf, typesOf, type ResidenceType } from './residence-types';
import { DEFAULT_SURVEY_SCALE } from './survey-scale';

/** Sound by every indicator, occupied as the territory is on average. */
const SOUND: SurveyFacts = {
  residence: 'R1',
  year: 2022,
  dwellings: 40,
  responseRate: '80',
  veryLowIncome: '10',
  adultsInWork: '80',
  largeFamilies: '5',
  singleParents: '10',
  minors: '20',
  underOccupied: '12.5',
  overOccupied: '6',
};

describe('the types of a residence', () => {
  it.each<[string, Partial<SurveyFacts>, readonly ResidenceType[]]>([
    ['sound: none', {}, []],
    ['more under-occupied than the average: 1', { underOccupied: '12.51' }, [1]],
    ['very low incomes, fragile: 2', { veryLowIncome: '43' }, [2]],
    ['very low incomes, in the middle: none', { veryLowIncome: '42.9' }, []],
    ['single parents fragile, minors in the middle: 3', { singleParents: '24', minors: '30' }, [3]],
    ['minors fragile, single parents in the middle: 3', { singleParents: '20', minors: '33' }, [3]],
    ['single parents fragile alone: none', { singleParents: '24' }, []],
    ['both in the middle: none', { singleParents: '20', minors: '30' }, []],
    ['large families, and more over-occupied than the average: 4', { largeFamilies: '13', overOccupied: '6.01' }, [4]],
    ['large families, over-occupied as the average: none', { largeFamilies: '18' }, []],
    ['over-occupied without large families: none', { overOccupied: '50' }, []],
    ['large families fragile, over-occupation unknown: 4', { largeFamilies: '18', overOccupied: null }, [4]],
    ['large families in the middle, over-occupation unknown: none', { largeFamilies: '13', overOccupied: null }, []],
    ['under-occupation unknown: not 1', { underOccupied: undefined }, []],
    ['several at once', { underOccupied: '40', veryLowIncome: '60' }, [1, 2]],
    ['left out: none', { veryLowIncome: '60', dwellings: 10 }, []],
  ])('%s', (_, facts, types) => {
    const occupancy = occupancyOf([SOUND]);
    expect(typesOf({ ...SOUND, ...facts }, DEFAULT_SURVEY_SCALE, occupancy)).toEqual(types);
  });

  it('are none without a survey', () => {
    expect(typesOf(null, DEFAULT_SURVEY_SCALE, occupancyOf([]))).toEqual([]);
  });

  it('compare exactly with the average over all dwellings whose survey gives the share', () => {
    // (10 × 30 + 20.1 × 60) / 90 = 16.733…
    const occupancy = occupancyOf([
      { ...SOUND, dwellings: 30, underOccupied: '10' },
      { ...SOUND, dwellings: 60, underOccupied: '20.1' },
      { ...SOUND, dwellings: 900, underOccupied: null },
    ]);
    const types = (underOccupied: string) => typesOf({ ...SOUND, underOccupied }, DEFAULT_SURVEY_SCALE, occupancy);
    expect([types('16.7333'), types('16.73334')]).toEqual([[], [1]]);
    expect(typesOf({ ...SOUND, underOccupied: '99' }, DEFAULT_SURVEY_SCALE, occupancyOf([]))).toEqual([]);
  });
});
