import * as fc from 'fast-check';
import type { ComplianceReport } from '#compliance';
import { day, instantOf, newUuid, parseSemester, type Semester, type Share } from '#kernel';
import { halfYearOf } from './half-year';
import { LAW_TARGET } from './target';

const SEMESTER = parseSemester('2024-S1') as Semester;

/** A report by landlord, with `[eligible, outside]` for each code. */
function reportOf(counts: Readonly<Record<string, readonly [number, number]>>): ComplianceReport {
  const figures = Object.entries(counts).flatMap(([id, [numerator, denominator]]) => {
    const rate = denominator === 0 ? null : numerator / denominator;
    const scope = { kind: 'bailleur' as const, id, label: `Bailleur ${id}` };
    const figure = { scope, numerator, denominator, rate, target: null, status: null };
    return [
      { ...figure, code: 'ALLOCATIONS', numerator: 99, denominator: 99 },
      { ...figure, code: 'Q1_REHOUSED_OUTSIDE_QPV' },
    ];
  });
  const period = { from: day('2024-01-01'), to: day('2024-06-30') };
  return { ...period, asOf: null, position: null, unknownQuartile: 0, partialQuartile: 0, figures };
}

const landlord = (eligible: number, outside: number, target?: Share) =>
  halfYearOf(SEMESTER, reportOf({ 'L-A': [eligible, outside] }), null, target && (() => target)).landlords[0]!;

describe('a half-year by landlord', () => {
  it('says that an import is incomplete where its report does', () => {
    const report = reportOf({ 'L-A': [1, 4] });
    const incompleteImport = { import: newUuid(), since: instantOf(0) };
    expect(halfYearOf(SEMESTER, { ...report, incompleteImport }, null)).toMatchObject({ incompleteImport });
    expect(halfYearOf(SEMESTER, report, null)).not.toHaveProperty('incompleteImport');
  });

  it('gives its days, its moment, that it is open, and every landlord', () => {
    const report = reportOf({ 'L-A': [1, 4], 'L-B': [0, 0] });
    expect(halfYearOf(SEMESTER, report, null)).toMatchObject({
      semester: '2024-S1',
      from: '2024-01-01',
      to: '2024-06-30',
      asOf: null,
      position: null,
      closed: false,
      landlords: [
        { id: 'L-A', label: 'Bailleur L-A', outsideQpv: 4, eligible: 1, substitution: null },
        { id: 'L-B', label: 'Bailleur L-B', outsideQpv: 0, eligible: 0, substitution: null },
      ],
    });
  });

  it.each([
    [1, 4, { rate: 0.25, met: true, missing: 0 }],
    [0, 1, { rate: 0, met: false, missing: 1 }],
    [1, 5, { rate: 0.2, met: false, missing: 1 }],
    [24, 100, { rate: 0.24, met: false, missing: 2 }],
    [0, 3, { rate: 0, met: false, missing: 1 }],
    [0, 4, { rate: 0, met: false, missing: 2 }],
    [4, 4, { rate: 1, met: true, missing: 0 }],
    [0, 0, { rate: null, met: null, missing: 0 }],
  ])("%i eligible of %i, compared with the law's quarter", (eligible, outside, expected) => {
    expect(landlord(eligible, outside)).toMatchObject({ ...expected, target: 0.25 });
  });

  it('compares with the share that the convention sets for this landlord on the last day', () => {
    const asked: unknown[] = [];
    const { landlords } = halfYearOf(SEMESTER, reportOf({ 'L-A': [1, 4], 'L-B': [1, 4] }), null, (id, on) => {
      asked.push([id, on]);
      return id === 'L-A' ? { numerator: 1, denominator: 3 } : undefined;
    });
    expect(asked).toEqual([
      ['L-A', '2024-06-30'],
      ['L-B', '2024-06-30'],
    ]);
    expect(landlords).toMatchObject([
      { target: 1 / 3, met: false, missing: 1 },
      { target: 0.25, met: true, missing: 0 },
    ]);
  });

  it.each([
    [1, 1],
    [5, 4],
    [-1, 4],
    [0.5, 4],
  ])('refuses %p/%p as a target: no lease would reach it', (numerator, denominator) => {
    expect(() => landlord(0, 1, { numerator, denominator })).toThrow(
      expect.objectContaining({ code: 'target-out-of-range' }),
    );
  });

  it('misses exactly the least number that reaches the target', () => {
    const target = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 60 })).map(([numerator, more]) => {
      return { numerator, denominator: numerator + more };
    });
    const counts = fc
      .tuple(fc.nat(500), fc.nat(500))
      .map(([eligible, others]) => [eligible, eligible + others] as const);
    fc.assert(
      fc.property(counts, fc.oneof(fc.constant(LAW_TARGET), target), ([eligible, outside], share) => {
        const reaches = (k: number) => (eligible + k) * share.denominator >= share.numerator * (outside + k);
        const { missing } = landlord(eligible, outside, share);
        expect(outside === 0 || reaches(missing)).toBe(true);
        expect(missing === 0 || !reaches(missing - 1)).toBe(true);
        expect(outside > 0 && landlord(eligible, outside, share).met).toBe(outside > 0 && missing === 0);
      }),
    );
  });
});
