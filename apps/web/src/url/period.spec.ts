import fc from 'fast-check';
import { longDay } from '../format/days';
import { civilPeriod, kindOf, periodIn, periodLabel } from './period';

describe('a period', () => {
  it('is a civil year, half or quarter, both days included', () => {
    expect(civilPeriod('year', 2024)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(civilPeriod('semester', 2024, 1)).toEqual({ from: '2024-01-01', to: '2024-06-30' });
    expect(civilPeriod('quarter', 2024, 1)).toEqual({ from: '2024-01-01', to: '2024-03-31' });
    expect(civilPeriod('quarter', 2023, 4)).toEqual({ from: '2023-10-01', to: '2023-12-31' });
  });

  it('is known again from its days', () => {
    const parts = { year: 1, semester: 2, quarter: 4 } as const;
    const any = fc.constantFrom('year' as const, 'semester' as const, 'quarter' as const).chain((kind) =>
      fc.record({
        kind: fc.constant(kind),
        year: fc.integer({ min: 1990, max: 2099 }),
        part: fc.integer({ min: 1, max: parts[kind] }),
      }),
    );
    fc.assert(
      fc.property(any, ({ kind, year, part }) =>
        expect(kindOf(civilPeriod(kind, year, part))).toEqual({ kind, year, part }),
      ),
    );
  });

  it('is said in words', () => {
    const said = (from: string, to: string) => periodLabel({ from, to }, longDay);
    expect(said('2024-01-01', '2024-12-31')).toBe('Année 2024');
    expect(said('2024-07-01', '2024-12-31')).toBe('2e semestre 2024');
    expect(said('2024-01-01', '2024-03-31')).toBe('1er trimestre 2024');
    expect(said('2024-01-01', '2024-02-28')).toBe('Du 1er janvier 2024 au 28 février 2024');
  });

  it('is in the address only whole', () => {
    expect(periodIn({ from: '2024-01-01', to: '2024-12-31' })).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(periodIn({ from: '2024-01-01' })).toBeUndefined();
  });
});
