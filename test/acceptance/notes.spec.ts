import { Office } from './support/office';
import { csv, leases, TERRITORY, type Row } from './support/territory';

let office: Office;
beforeEach(async () => {
  office = new Office();
  await office.record(TERRITORY);
});
afterEach(() => office.close());

/** A survey of R2 that gives note 5, with other values in some cells. */
const survey = (cells: Row = {}): Row => ({
  code_residence: 'R2',
  annee: '2022',
  logements: '11',
  taux_reponse: '50',
  part_moins_40_plus: '43',
  taux_activite: '63,9',
  part_familles_nombreuses: '18',
  part_monoparentales: '24',
  part_mineurs: '33',
  ...cells,
});
const SOUND: Row = {
  part_moins_40_plus: '31,99',
  taux_activite: '69,01',
  part_familles_nombreuses: '12,99',
  part_monoparentales: '19,99',
  part_mineurs: '29,99 %',
};
const note = (cells: Row): Row => ({ code_residence: 'R2', date_effet: '2023-01-01', ...cells });

/** The level of R2 on a day, read from the figures of that day: LOW, MEDIUM, HIGH, or none. */
async function levelOn(day: string): Promise<string> {
  await office.record(leases({ date_bail: day, quartile: '1' }));
  const shares = await office.shares({ from: day, to: day });
  return /Q1_FRAGILITY_(\w+)_OUTSIDE/.exec(Object.keys(shares).join(' '))?.[1] ?? 'none';
}

describe('the note of a row', () => {
  it.each<[string, Row, string]>([
    ['commune and landlord equal', { note_commune: '4', note_bailleur: '4', note_statistique: '1' }, 'HIGH'],
    ['the commune alone', { note_commune: '3', note_statistique: '1' }, 'MEDIUM'],
    ['the landlord alone', { note_bailleur: '5', note_statistique: '1' }, 'HIGH'],
    ['neither: the statistical one given', { note_statistique: '3' }, 'MEDIUM'],
    ['commune and landlord different', { note_commune: '4', note_bailleur: '5', note_statistique: '1' }, 'none'],
    ['nothing', {}, 'none'],
    ['a final note equal to the rule’s', { note_commune: '2', note_finale: '2' }, 'LOW'],
    ['a final note with its reason', { note_commune: '2', note_finale: '5', motif_consensus: 'réunion' }, 'HIGH'],
    ['a reason without a final note', { note_commune: '2', motif_consensus: 'réunion' }, 'LOW'],
    [
      'an agreed note where the two differ',
      { note_commune: '2', note_bailleur: '3', note_finale: '3', motif_consensus: 'r' },
      'MEDIUM',
    ],
  ])('%s', async (_case, cells, level) => {
    await office.record({ 'notes.csv': csv(note(cells)) });
    expect(await levelOn('2023-05-01')).toBe(level);
  });

  it.each<[string, Row, string]>([
    ['different from the rule', { note_commune: '2', note_finale: '3' }, 'la règle donne 2'],
    ['where the rule gives none', { note_commune: '2', note_bailleur: '3', note_finale: '3' }, 'ne donne aucune note'],
    ['without any other note', { note_finale: '3' }, 'ne donne aucune note'],
  ])('a final note %s needs a reason', async (_case, cells, sentence) => {
    const { faults } = await office.send({ 'notes.csv': csv(note(cells)) });
    expect(faults).toMatchObject([{ file: 'notes.csv', line: 2, column: 'note_finale', value: '3' }]);
    expect(faults[0]!.message).toContain(sentence);
  });

  it('is computed from the newest survey up to the year of the row, unless a statistical note is given', async () => {
    const surveys = csv(survey({ annee: '2022' }), survey({ annee: '2023', ...SOUND }), survey({ annee: '2024' }));
    await office.record({ 'ops.csv': surveys, 'notes.csv': csv(note({ date_effet: '2023-12-31' })) });
    expect(await levelOn('2024-06-01')).toBe('LOW');
    await office.record({ 'notes.csv': csv(note({ date_effet: '2023-12-31', note_statistique: '4' })) });
    expect(await levelOn('2024-06-01')).toBe('HIGH');
  });

  it('holds until the next row, and stays where commune and landlord differ in it', async () => {
    const rows = csv(
      note({ note_commune: '5' }),
      note({ date_effet: '01/06/2023', note_commune: '1', note_bailleur: '2' }),
    );
    await office.record({ 'ops.csv': csv(survey()), 'notes.csv': rows });
    expect(await levelOn('2022-12-31')).toBe('HIGH');
    expect(await levelOn('2023-05-31')).toBe('HIGH');
    expect(await levelOn('2023-06-01')).toBe('HIGH');
  });
});

describe('the note of a survey', () => {
  it.each<[string, Row, string]>([
    ['the most fragile indicators', {}, 'HIGH'],
    ['the soundest indicators', SOUND, 'LOW'],
    // 2 for all five: a mean of 2, from 1.8 to 2.2.
    [
      'all indicators in the middle band, at its lower bounds',
      {
        part_moins_40_plus: '32',
        taux_activite: '69',
        part_familles_nombreuses: '13',
        part_monoparentales: '20',
        part_mineurs: '30',
      },
      'MEDIUM',
    ],
    [
      'all indicators in the middle band, at its upper bounds',
      {
        part_moins_40_plus: '42,99',
        taux_activite: '64',
        part_familles_nombreuses: '17,99',
        part_monoparentales: '23,99',
        part_mineurs: '32,99',
      },
      'MEDIUM',
    ],
    // 2 × 3 + 1 × 4 = 10 sixths = 1.67; 2 × 3 + 2 + 1 × 3 = 11 sixths = 1.83, above 1.8.
    ['a mean under a cut', { ...SOUND, part_moins_40_plus: '43' }, 'LOW'],
    ['a mean over a cut', { ...SOUND, part_moins_40_plus: '43', part_mineurs: '30' }, 'MEDIUM'],
    ['too few answers', { taux_reponse: '49,99' }, 'none'],
    ['too few dwellings', { logements: '10' }, 'none'],
  ])('%s', async (_case, cells, level) => {
    await office.record({ 'ops.csv': csv(survey(cells)) });
    expect(await levelOn('2023-05-01')).toBe(level);
  });

  it('begins on 1 January of its year; where a survey gives no note, the survey before is not used', async () => {
    await office.record({ 'ops.csv': csv(survey(), survey({ annee: '2023', logements: '10' })) });
    expect(await levelOn('2021-12-31')).toBe('none');
    expect(await levelOn('2022-01-01')).toBe('HIGH');
    expect(await levelOn('2023-01-01')).toBe('none');
  });
});
