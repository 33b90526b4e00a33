import { day } from '#kernel';
import { BUILDING_PERIODS, buildingPeriodOf } from './building-periods';

describe('the periods of building', () => {
  it('follow each other, and hold every year', () => {
    expect(BUILDING_PERIODS.map(({ until }) => until)).toEqual(
      [...BUILDING_PERIODS].map(({ until }) => until).sort((a, b) => a - b),
    );
    const days = [
      '1800-01-01',
      '1948-12-31',
      '1949-01-01',
      '1975-09-01',
      '1999-12-31',
      '2009-12-31',
      '2010-01-01',
      '2150-01-01',
    ];
    expect(days.map((text) => buildingPeriodOf(day(text)))).toEqual([
      'avant_1949',
      'avant_1949',
      '1949_1974',
      '1975_1989',
      '1990_1999',
      '2000_2009',
      'depuis_2010',
      'depuis_2010',
    ]);
    expect(buildingPeriodOf(null)).toBeNull();
  });
});
