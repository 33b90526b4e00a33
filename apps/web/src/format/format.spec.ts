import { longDay, longInstant, shortDay, typedDay } from './days';
import { count, NOTHING, percent, plural, points, targetPercent } from './numbers';

const NARROW = '\u202f';

describe('what pages write', () => {
  it('are French numbers, and a dash where there is none', () => {
    expect(count(1178)).toBe(`1${NARROW}178`);
    expect(percent(0.12054)).toBe(`12,1${NARROW}%`.replace(NARROW, '\u00a0'));
    expect([count(null), percent(undefined)]).toEqual([NOTHING, NOTHING]);
    expect([targetPercent(0.25), targetPercent(0.355)].map((text) => text.replace(/\s/, ' '))).toEqual([
      '25 %',
      '35,5 %',
    ]);
  });

  it('are differences in points, with their sign', () => {
    expect([points(0.012), points(-0.06), points(0)]).toEqual(['+1,2 point', '−6,0 points', '0,0 point']);
  });

  it('are counts whose nought and one are singular', () => {
    expect([plural(0, 'bail', 'baux'), plural(1, 'bail', 'baux'), plural(2, 'bail', 'baux')]).toEqual([
      '0 bail',
      '1 bail',
      '2 baux',
    ]);
  });

  it('are days in French', () => {
    expect([longDay('2025-03-01'), longDay('2025-01-28'), shortDay('2025-01-28')]).toEqual([
      '1er mars 2025',
      '28 janvier 2025',
      '28/01/2025',
    ]);
  });

  it('are instants whose first of the month is « 1er »', () => {
    expect(longInstant('2026-12-01T12:00:00Z')).toMatch(/^1er décembre 2026/);
  });
});

describe('a typed day', () => {
  it('is JJ/MM/AAAA or AAAA-MM-JJ', () => {
    expect(['15/03/2024', '3/4/2024', ' 2024-03-15 '].map(typedDay)).toEqual([
      '2024-03-15',
      '2024-04-03',
      '2024-03-15',
    ]);
  });

  it('is a day of the calendar', () => {
    expect(['30/02/2024', '2024-13-01', '15/03/24', 'hier', ''].map(typedDay)).toEqual(Array(5).fill(undefined));
  });
});
