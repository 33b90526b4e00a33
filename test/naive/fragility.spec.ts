import type { Import } from './cells';
import { naiveFragility } from './fragility';

const SURVEY = {
  code_residence: 'R1',
  annee: '2022',
  logements: '40',
  taux_reponse: '80',
  part_moins_40_plus: '60',
  taux_activite: '40',
  part_familles_nombreuses: '30',
  part_monoparentales: '40',
  part_mineurs: '50',
};

it('gives the notes of every residence on a day, in the order of their codes', () => {
  const files: Import = new Map<string, Record<string, string>[]>([
    [
      'residences.csv',
      [
        { code_residence: 'R2', nom: 'Deux' },
        { code_residence: 'R1', nom: 'Une' },
      ],
    ],
    ['ops.csv', [SURVEY]],
    [
      'notes.csv',
      [
        { code_residence: 'R1', date_effet: '2023-05-01', note_commune: '4', note_bailleur: '3' },
        { code_residence: 'R1', date_effet: '01/01/2024', note_statistique: '2' },
      ],
    ],
  ]);
  const first = (day: string) => naiveFragility([files], day)[0];
  expect(naiveFragility([files], '2022-06-01')).toEqual([
    { id: 'R1', label: 'Une', statistical: 5, commune: null, landlord: null, note: 5 },
    { id: 'R2', label: 'Deux', statistical: null, commune: null, landlord: null, note: null },
  ]);
  expect(first('2023-05-01')).toMatchObject({ statistical: 5, commune: 4, landlord: 3, note: 5 });
  expect(first('2024-01-01')).toMatchObject({ statistical: 2, commune: null, landlord: null, note: 2 });
});
