import type { Row } from './cells';
import { Knowledge } from './knowledge';
import { noteOn, statisticalNote } from './note';

/** A survey that is sound by every indicator: the weighted mean is 1. */
const SOUND: Row = {
  code_residence: 'R',
  annee: '2022',
  logements: '11',
  taux_reponse: '50',
  part_moins_40_plus: '31,99',
  taux_activite: '69,01',
  part_familles_nombreuses: '12,99 %',
  part_monoparentales: '19.99',
  part_mineurs: '29,99',
};
/** A survey that is fragile by every indicator. */
const FRAGILE: Row = {
  ...SOUND,
  part_moins_40_plus: '43',
  taux_activite: '63,99',
  part_familles_nombreuses: '18',
  part_monoparentales: '24',
  part_mineurs: '33',
};

function note(day: string, rows: readonly Row[], surveys: readonly Row[] = []): number | null {
  const files = new Map([
    ['notes.csv', rows.map((row) => ({ code_residence: 'R', ...row }))],
    ['ops.csv', surveys],
  ]);
  return noteOn(new Knowledge([files]), 'R', day);
}

describe('the statistical note', () => {
  it.each([
    ['nothing fragile: mean 1', {}, 1],
    ['one in the middle: 7/6', { part_mineurs: '30' }, 1],
    ['very low incomes in the middle: 8/6', { part_moins_40_plus: '32' }, 2],
    ['very low incomes fragile: 10/6', { part_moins_40_plus: '43' }, 2],
    ['three in the middle: 9/6', { part_mineurs: '30', part_monoparentales: '20', part_familles_nombreuses: '13' }, 2],
    ['all in the middle: 12/6', { ...middle() }, 3],
    ['all in the middle, two fragile: 14/6', { ...middle(), part_mineurs: '33', taux_activite: '63,99' }, 4],
    ['all fragile but one in the middle: 17/6', { ...FRAGILE, taux_activite: '64' }, 5],
    ['all fragile: 18/6', FRAGILE, 5],
  ])('%s', (_, cells, expected) => {
    expect(statisticalNote({ ...SOUND, ...cells })).toBe(expected);
  });

  it('reads the thresholds of adults in work in the other direction', () => {
    const base = { ...SOUND, part_moins_40_plus: '32' };
    expect(statisticalNote({ ...base, part_mineurs: '33', taux_activite: '69' })).toBe(3);
    expect(statisticalNote({ ...base, part_mineurs: '33', taux_activite: '69,01' })).toBe(2);
  });

  it('is null under 50 % of answers or under 11 dwellings', () => {
    expect(statisticalNote({ ...SOUND, taux_reponse: '49,99' })).toBeNull();
    expect(statisticalNote({ ...SOUND, logements: '10' })).toBeNull();
  });

  function middle(): Row {
    return {
      part_moins_40_plus: '32',
      taux_activite: '69',
      part_familles_nombreuses: '13',
      part_monoparentales: '20',
      part_mineurs: '30',
    };
  }
});

describe('the final note', () => {
  const on = '2023-05-01';
  const final = (row: Row, surveys: readonly Row[] = []) => note(on, [{ date_effet: '2023-01-01', ...row }], surveys);

  it('is the note of commune and landlord where they agree, and none where they differ without an earlier note', () => {
    expect(final({ note_commune: '4', note_bailleur: '4', note_statistique: '1' })).toBe(4);
    expect(final({ note_commune: '4', note_bailleur: '3', note_statistique: '1' })).toBeNull();
  });

  it('is the only one given where commune or landlord gives none', () => {
    expect(final({ note_commune: '4', note_statistique: '1' })).toBe(4);
    expect(final({ note_bailleur: '3', note_statistique: '1' })).toBe(3);
  });

  it('is otherwise the statistical note: the given one rather than the computed one', () => {
    expect(final({ note_statistique: '2' }, [FRAGILE])).toBe(2);
    expect(final({}, [FRAGILE])).toBe(5);
    expect(final({})).toBeNull();
  });

  it('is the agreed note where there is one', () => {
    expect(final({ note_commune: '4', note_bailleur: '3', note_finale: '3', motif_consensus: 'réunion' })).toBe(3);
  });

  it('computes from the newest survey up to the year of the row, and never from an older one instead', () => {
    const of = (annee: string, cells: Row) => ({ ...cells, annee });
    expect(final({}, [of('2021', SOUND), of('2023', FRAGILE), of('2024', SOUND)])).toBe(5);
    expect(final({}, [of('2021', SOUND), of('2022', { ...FRAGILE, taux_reponse: '10' })])).toBeNull();
  });
});

describe('the note of a day', () => {
  const rows: Row[] = [
    { date_effet: '2022-01-01', note_commune: '2' },
    { date_effet: '01/06/2023', note_commune: '3', note_bailleur: '5' },
    { date_effet: '2024-01-01', note_bailleur: '4' },
  ];

  it('is that of the last row in effect; where commune and landlord differ in it, the note of the day before stays', () => {
    expect(
      ['2021-12-31', '2022-01-01', '2023-05-31', '2023-06-01', '2023-12-31', '2024-01-01'].map((day) =>
        note(day, rows),
      ),
    ).toEqual([null, 2, 2, 2, 2, 4]);
  });

  it('is computed until the first row, which keeps the computed note where commune and landlord differ', () => {
    const row: Row = { date_effet: '2023-06-01', note_commune: '3', note_bailleur: '5' };
    expect(['2021-12-31', '2022-01-01', '2023-05-31', '2023-06-01'].map((day) => note(day, [row], [FRAGILE]))).toEqual([
      null,
      5,
      5,
      5,
    ]);
  });

  it('is computed from 1 January of the survey where the residence has no row', () => {
    const surveys = [SOUND, { ...FRAGILE, annee: '2024' }];
    expect(['2021-12-31', '2022-01-01', '2023-12-31', '2024-01-01'].map((day) => note(day, [], surveys))).toEqual([
      null,
      1,
      1,
      5,
    ]);
  });
});
