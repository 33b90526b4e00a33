import type { FragilityNote, NoteFacts, SurveyFacts } from '#fragility';
import type { Day } from '#kernel';
import { calendarDay, code, integer, landlordCode, percentage, rank, text, year } from '#cells';
import { defineFile, optional, required, type FileSpec } from '../reading/spec';
import { isFraction } from './doubts';

const note = rank<FragilityNote>([1, 2, 3, 4, 5], 'une note de 1 à 5 est attendue');

/** Fragility notes as they are given. The rule that gives the final note is in `libs/fragility`. */
export const NOTES: FileSpec<NoteFacts> = defineFile({
  file: 'notes.csv',
  key: ['residence', 'from'],
  columns: {
    residence: required('code_residence', code, 'RES-1', { references: 'residences.csv' }),
    from: required('date_effet', calendarDay, '2024-01-01'),
    statistical: optional('note_statistique', note, '3'),
    commune: optional('note_commune', note, '4'),
    landlord: optional('note_bailleur', note, '4'),
    final: optional('note_finale', note, '4'),
    consensus: optional('motif_consensus', text, ''),
  },
});

/** A residence of a landlord's legal list of priority residences. */
export interface PriorityListRow {
  readonly landlord: string;
  readonly from: Day;
  readonly residence: string;
}

/** Landlords' legal lists: the rows of one landlord and day are one list. */
export const PRIORITY_LISTS: FileSpec<PriorityListRow> = defineFile({
  file: 'listes.csv',
  key: ['landlord', 'from', 'residence'],
  columns: {
    landlord: required('code_bailleur', landlordCode, 'L-BAILLEUR-1', { references: 'bailleurs.csv' }),
    from: required('date_effet', calendarDay, '2024-01-01'),
    residence: required('code_residence', code, 'RES-1', { references: 'residences.csv' }),
  },
});

/** Shares that are never as low as 1 % in a real survey. */
const RATES: readonly string[] = ['responseRate', 'adultsInWork'];
const SHARES = [
  'responseRate',
  'veryLowIncome',
  'adultsInWork',
  'largeFamilies',
  'singleParents',
  'minors',
  'underOccupied',
  'overOccupied',
] as const;

/** The OPS survey of the residences, year by year. */
export const SURVEYS: FileSpec<Required<SurveyFacts>> = defineFile({
  file: 'ops.csv',
  key: ['residence', 'year'],
  columns: {
    residence: required('code_residence', code, 'RES-1', { references: 'residences.csv' }),
    year: required('annee', year, '2022'),
    dwellings: required('logements', integer(0, 100_000), '118'),
    responseRate: required('taux_reponse', percentage, '87,5'),
    veryLowIncome: required('part_moins_40_plus', percentage, '38'),
    adultsInWork: required('taux_activite', percentage, '66'),
    largeFamilies: required('part_familles_nombreuses', percentage, '15'),
    singleParents: required('part_monoparentales', percentage, '21'),
    minors: required('part_mineurs', percentage, '31'),
    underOccupied: optional('part_sous_occupation', percentage, '12', { added: true }),
    overOccupied: optional('part_sur_occupation', percentage, '6,5', { added: true }),
  },
  check: (row, _fault, warning) => {
    for (const field of SHARES) {
      const share = row[field];
      const isWhole = share === '1' && RATES.includes(field);
      if (share === null || !(isFraction(share) || isWhole)) continue;
      warning(field, 'un pourcentage est attendu : 87 pour 87 %, et non 0,87');
    }
  },
});
