import { day } from '#kernel';
import { aConvention, anAmendment, anObjective } from './testing';
import { changeDays, conventionOn, publicsOf, sectorsOf, timeZoneOf } from './in-force';
import { foldConvention } from './recorded-convention';

const half = { numerator: 1, denominator: 2 };
const third = { numerator: 1, denominator: 3 };

describe('a convention in force on a day', () => {
  const recorded = {
    base: aConvention({
      objectives: [anObjective(), anObjective({ code: 'B', firstDay: day('2025-01-28'), lastDay: day('2025-12-31') })],
    }),
    amendments: [
      anAmendment({
        effectiveOn: day('2026-02-01'),
        objectives: [anObjective({ value: half }), anObjective({ code: 'C' })],
      }),
      anAmendment({ code: 'AV-2', effectiveOn: day('2026-01-01'), objectives: [anObjective({ value: third })] }),
      anAmendment({
        code: 'AV-3',
        effectiveOn: day('2026-06-01'),
        withdrawnObjectives: ['C'],
        lastDay: day('2032-12-31'),
      }),
    ],
  };
  const valuesOn = (on: string) =>
    Object.fromEntries(conventionOn(recorded, day(on)).objectives.map(({ code, value }) => [code, value]));

  it('has the objectives whose first and last days enclose the day, both included', () => {
    expect(Object.keys(valuesOn('2017-01-27'))).toEqual([]);
    expect(Object.keys(valuesOn('2017-01-28'))).toEqual(['LOI-25']);
    expect(Object.keys(valuesOn('2025-01-28'))).toEqual(['LOI-25', 'B']);
    expect(Object.keys(valuesOn('2025-12-31'))).toEqual(['LOI-25', 'B']);
    expect(Object.keys(valuesOn('2026-01-01'))).toEqual(['LOI-25']);
  });

  it('applies each amendment from its day on; where two change the same objective, the later one in the file wins', () => {
    expect(valuesOn('2025-12-31')['LOI-25']).toEqual({ numerator: 1, denominator: 4 });
    expect(valuesOn('2026-01-31')['LOI-25']).toEqual(third);
    // AV-2 comes after AV-1 in the file: it wins once both are in effect, although its day is earlier.
    expect(valuesOn('2026-02-01')).toMatchObject({ 'LOI-25': third, C: { numerator: 1, denominator: 4 } });
    expect(Object.keys(valuesOn('2026-06-01'))).toEqual(['LOI-25']);
  });

  it('can be prolonged by an amendment', () => {
    expect(conventionOn(recorded, day('2026-05-31')).agreement.lastDay).toBe('2031-01-27');
    expect(conventionOn(recorded, day('2026-06-01')).agreement.lastDay).toBe('2032-12-31');
  });

  it('says on which days of a period something changes', () => {
    expect(changeDays(recorded, day('2025-01-28'), day('2026-02-01'))).toEqual(['2026-01-01', '2026-02-01']);
    expect(changeDays(recorded, day('2026-02-01'), day('2026-05-31'))).toEqual([]);
  });
});

describe('what files may name', () => {
  const publics = [{ code: 'etudiants', name: 'Étudiants', column: 'etudiants', sensitive: false }];
  const sectors = [{ code: 'S1', name: 'Un', commune: '86194' }];

  it('publics and sectors of amendments too, whenever they take effect', () => {
    const recorded = {
      base: aConvention({ publics }),
      amendments: [anAmendment({ sectors, publics: [{ ...publics[0]!, name: 'Étudiantes et étudiants' }] })],
    };
    expect(publicsOf(recorded)).toEqual([{ ...publics[0], name: 'Étudiantes et étudiants' }]);
    expect(sectorsOf(recorded)).toEqual(sectors);
    expect([publicsOf(null), sectorsOf(null)]).toEqual([[], []]);
  });

  it('the territory’s time zone: the newest one given', () => {
    expect(timeZoneOf(null)).toBe('Europe/Paris');
    const base = aConvention();
    expect(timeZoneOf({ base, amendments: [anAmendment({ territory: { timeZone: 'Indian/Reunion' } })] })).toBe(
      'Indian/Reunion',
    );
  });

  it('an amendment before any adoption is an error', () => {
    expect(() => foldConvention([{ type: 'ConventionAmended', data: anAmendment() }])).toThrow(
      expect.objectContaining({ code: 'convention-unknown' }),
    );
  });
});
