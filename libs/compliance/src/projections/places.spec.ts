import { aNote, aSurvey } from '#fragility/testing';
import { day } from '#kernel';
import { aDistrict, anOwnership, aResidence } from '#territory/testing';
import type { ResidenceState } from './entities';
import { firstDifference, placeAt, timelineOf, type DatedPlace } from './places';

const residence: ResidenceState = {
  facts: aResidence('R1', { districts: ['Q1', 'Q2'] }),
  ownerships: [anOwnership('R1', '2022-07-01', 'L3'), anOwnership('R1', '2020-07-01', 'L2')],
  notes: [aNote('R1', '2021-05-01', { commune: 4 })],
  surveys: [aSurvey('R1', 2019, true)],
};
const districts = [aDistrict('Q1', '2015-01-01', '2023-12-31'), aDistrict('Q2', '2023-06-01')];

function on(text: string): DatedPlace {
  return placeAt(timelineOf(residence, districts), day(text))!;
}

describe('a residence on a day', () => {
  it.each<[string, Partial<DatedPlace>]>([
    ['2010-01-01', { landlord: 'L1', districts: [], inQpv: 0, note: null }],
    ['2015-01-01', { landlord: 'L1', districts: ['Q1'], inQpv: 1, note: null }],
    ['2018-12-31', { note: null }],
    ['2019-01-01', { note: 5 }],
    ['2020-06-30', { landlord: 'L1' }],
    ['2020-07-01', { landlord: 'L2' }],
    ['2021-04-30', { note: 5 }],
    ['2021-05-01', { note: 4 }],
    ['2022-07-01', { landlord: 'L3' }],
    ['2023-06-01', { districts: ['Q1', 'Q2'], inQpv: 1 }],
    ['2023-12-31', { districts: ['Q1', 'Q2'] }],
    ['2024-01-01', { districts: ['Q2'], inQpv: 1 }],
  ])('%s', (text, expected) => {
    expect(on(text)).toMatchObject({ commune: 'C1', ...expected });
  });

  it('has no timeline while only its notes are known', () => {
    expect(timelineOf({ ...residence, facts: null }, districts)).toEqual([]);
  });

  it('says from which day on two timelines differ', () => {
    const before = timelineOf(residence, districts);
    const noted = { ...residence, notes: [...residence.notes, aNote('R1', '2023-01-01', { commune: 1 })] };
    expect(firstDifference(before, timelineOf(noted, districts))).toBe('2023-01-01');
    expect(firstDifference(before, timelineOf(residence, [districts[0]!]))).toBe('2023-06-01');
    expect(
      firstDifference(before, timelineOf({ ...residence, facts: aResidence('R1', { commune: 'C2' }) }, districts)),
    ).toBe('');
    expect(firstDifference(before, timelineOf(residence, districts))).toBeNull();
  });
});
