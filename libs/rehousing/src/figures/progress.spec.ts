import fc from 'fast-check';
import { addDays, day, type Day } from '#kernel';
import { progressOf, totalProgress, type Progress } from './progress';

const TODAY = day('2024-09-15');
const rehoused = (...days: readonly string[]) => days.map((on) => ({ movedOn: on as Day, definitive: true }));
const moved = (...days: readonly string[]) => days.map((on) => ({ movedOn: on as Day, definitive: false }));
const waiting = { movedOn: null, definitive: true };

describe('the progress of an operation', () => {
  it('counts the moves made up to the day, the day included', () => {
    const cases = [
      ...rehoused('2020-01-01', '2024-09-15', '2024-09-16'),
      ...moved('2024-09-15', '2024-09-16'),
      waiting,
    ];
    expect(progressOf(10, cases, TODAY)).toMatchObject({ planned: 10, completed: 2, temporary: 1, remaining: 8 });
  });

  it('never has fewer than 0 households left', () => {
    expect(progressOf(1, rehoused('2024-01-01', '2024-01-02'), TODAY)).toMatchObject({ completed: 2, remaining: 0 });
  });

  it.each([
    ['2024-02-29', 0],
    ['2024-03-01', 1],
    ['2024-08-31', 1],
    ['2024-09-01', 0],
  ])('takes its pace from the six whole months before the month of the day: %s counts %i', (on, counted) => {
    expect(progressOf(100, rehoused(on), TODAY).pacePerMonth).toBe(counted / 6);
  });

  it('does not count temporary moves in its pace', () => {
    expect(progressOf(100, moved('2024-05-05'), TODAY)).toMatchObject({ pacePerMonth: 0, forecastEnd: null });
  });

  it.each([
    // Two households in six months: a third of a household a month.
    [2, 3, '2024-12'],
    [2, 4, '2025-03'],
    [6, 7, '2024-10'],
    [6, 9, '2024-12'],
    [4, 5, '2024-11'],
    [4, 4, '2024-09'],
    [0, 5, null],
    [0, 0, null],
  ])('%i of %i rehoused, all in recent months: ends in %s', (count, planned, forecastEnd) => {
    const days = Array.from({ length: count }, () => '2024-06-01');
    expect(progressOf(planned, rehoused(...days), TODAY).forecastEnd).toBe(forecastEnd);
  });

  it('ends in the first month by which enough moves are made at its pace', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(400), (count, left) => {
        const cases = rehoused(...Array.from({ length: count }, () => '2024-06-01'));
        const end = progressOf(count + left, cases, TODAY).forecastEnd!;
        const months = Number(end.slice(0, 4)) * 12 + Number(end.slice(5)) - (2024 * 12 + 9);
        expect(months * count).toBeGreaterThanOrEqual(left * 6);
        expect((months - 1) * count).toBeLessThan(left === 0 ? 1 : left * 6);
      }),
    );
  });

  it('is the same on every day of a month without moves', () => {
    const cases = rehoused('2024-03-01', '2024-08-31');
    for (let on = day('2024-09-01'); on < '2024-10-01'; on = addDays(on, 1))
      expect(progressOf(4, cases, on)).toEqual(progressOf(4, cases, TODAY));
  });
});

describe('all operations together', () => {
  const operation = (of: Partial<Progress>): Progress => ({
    planned: 0,
    completed: 0,
    temporary: 0,
    remaining: 0,
    pacePerMonth: 0,
    forecastEnd: null,
    ...of,
  });

  it('are the sums of the operations: an operation that rehouses more than planned does not compensate for another', () => {
    const [a, b] = [
      operation({ planned: 10, completed: 12, temporary: 1, pacePerMonth: 1 / 6 }),
      operation({ planned: 10, completed: 4, temporary: 2, remaining: 6, pacePerMonth: 4 / 6 }),
    ];
    expect(totalProgress([a, b])).toMatchObject({
      planned: 20,
      completed: 16,
      temporary: 3,
      remaining: 6,
      pacePerMonth: 5 / 6,
    });
  });

  it.each([
    ['the end of the last operation', [['2025-01', 3] as const, ['2026-02', 1] as const], '2026-02'],
    ['null while an operation with households left has no pace', [['2025-01', 3] as const, [null, 1] as const], null],
    [
      'the end of the others where an operation without pace has nobody left',
      [['2025-01', 3] as const, [null, 0] as const],
      '2025-01',
    ],
    [
      'a year of five digits, which comes after one of four',
      [['9999-12', 3] as const, ['12024-01', 1] as const],
      '12024-01',
    ],
    ['null without any operation', [], null],
  ])('end with %s', (_case, ends, expected) => {
    const operations = ends.map(([forecastEnd, remaining]) => operation({ forecastEnd, remaining }));
    expect(totalProgress(operations).forecastEnd).toBe(expected);
  });
});
