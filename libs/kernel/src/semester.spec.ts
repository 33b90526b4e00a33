import { daysOfSemester, parseSemester } from './semester';

describe('a semester', () => {
  it.each([
    ['2024-S1', '2024-01-01', '2024-06-30'],
    ['2023-S2', '2023-07-01', '2023-12-31'],
  ])('%s is from %s to %s', (text, from, to) => {
    expect(daysOfSemester(parseSemester(text)!)).toEqual({ from, to });
  });

  it.each(['2024', '2024-S3', '2024-S0', '2024-s1', '24-S1', '0999-S1', '2024-S1 ', '2024-S11', 'S1-2024', ''])(
    'is not « %s »',
    (text) => {
      expect(parseSemester(text)).toBeUndefined();
    },
  );
});
