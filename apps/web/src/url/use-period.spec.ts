import { lastYearWithLeases, yearsBetween } from './use-period';

jest.mock('../api/head', () => ({}));
jest.mock('./address', () => ({}));

describe('the years that a page offers', () => {
  it('are those that have leases, the latest first', () => {
    expect(yearsBetween('2023-05-02', '2026-11-30', 2026)).toEqual([2026, 2025, 2024, 2023]);
    expect(yearsBetween(null, null, 2026)).toEqual([2026, 2025, 2024, 2023]);
    expect(yearsBetween('2027-01-02', '2026-01-01', 2026)).toEqual([2027]);
  });

  it('begin with the last that is over and has leases', () => {
    expect(lastYearWithLeases('2017-01-02', '2026-11-30', 2026)).toBe(2025);
    expect(lastYearWithLeases('2017-01-02', '2023-12-30', 2026)).toBe(2023);
    expect(lastYearWithLeases('2026-02-01', '2026-11-30', 2026)).toBe(2026);
    expect(lastYearWithLeases(null, null, 2026)).toBe(2025);
  });
});
