import fc from 'fast-check';
import { isSemester, periodOfSemester, semesterBefore, semesterLabel, semesterOf, semestersOver } from './semester';

describe('a half-year', () => {
  it('is that of a day', () => {
    expect(['2025-01-01', '2025-06-30', '2025-07-01', '2025-12-31'].map(semesterOf)).toEqual([
      '2025-S1',
      '2025-S1',
      '2025-S2',
      '2025-S2',
    ]);
  });

  it('has one before it, that ends the day before', () => {
    expect([semesterBefore('2025-S2'), semesterBefore('2025-S1')]).toEqual(['2025-S1', '2024-S2']);
    const semester = fc
      .tuple(fc.integer({ min: 2000, max: 2099 }), fc.constantFrom(1, 2))
      .map(([year, part]) => `${year}-S${part}`);
    fc.assert(
      fc.property(semester, (given) => {
        const dayAfter = new Date(`${periodOfSemester(semesterBefore(given)).to}T00:00:00Z`);
        dayAfter.setUTCDate(dayAfter.getUTCDate() + 1);
        expect(dayAfter.toISOString().slice(0, 10)).toBe(periodOfSemester(given).from);
      }),
    );
  });

  it('is listed once it is over, the latest first', () => {
    expect(semestersOver('2026-11-30', 3)).toEqual(['2026-S1', '2025-S2', '2025-S1']);
  });

  it('is written in words, and known in an address', () => {
    expect(semesterLabel('2025-S1')).toBe('1er semestre 2025');
    expect(['2025-S1', '2025-S3', '2025', ''].map(isSemester)).toEqual([true, false, false, false]);
  });
});
