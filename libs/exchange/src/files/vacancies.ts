import { code, optional } from '#cells';
import {
  BASIS_COLUMNS,
  DECLARATION_COLUMNS,
  DWELLING_COLUMNS,
  ORIENTATION_COLUMNS,
  PROPOSED_COLUMNS,
  type DesignationRow,
  type VacancyRow,
} from '#vacancy';
import { defineFile, type FileSpec } from '../reading/spec';
import { warnOfHousehold, withPublics, type PublicColumn } from './allocations';

/** In the template it is another dwelling than that of the lease, and another household. */
const REFERENCE = { ...DWELLING_COLUMNS.reference, example: 'LOG-2' };
const HOUSEHOLD = { ...PROPOSED_COLUMNS.householdNumber, example: '078000000000001XYZ' };
const RESIDENCE = { ...DWELLING_COLUMNS.residence, references: 'residences.csv' };
const HOLDER = { references: 'reservataires.csv' };
const BASES_OF_STATE: readonly unknown[] = ['substitution', 'refus_dalo'];

/** Dwellings that are free, or soon will be, and whom each is for. */
export const VACANCIES: FileSpec<VacancyRow> = defineFile({
  file: 'vacances.csv',
  key: ['reference', 'residence', 'availableOn'],
  columns: {
    ...DECLARATION_COLUMNS,
    reference: REFERENCE,
    residence: RESIDENCE,
    holder: optional('code_reservataire', code, 'COMMUNE-78621', HOLDER),
    ...ORIENTATION_COLUMNS,
  },
  check: ({ holder, ...row }, fault) => {
    if (holder !== null) return;
    for (const field of Object.keys(ORIENTATION_COLUMNS) as (keyof typeof ORIENTATION_COLUMNS)[])
      if (row[field] !== null && row[field] !== false)
        fault(field, 'un réservataire est attendu dans code_reservataire : la vacance n’est orientée vers personne');
  },
});

const WITHOUT_PUBLICS: FileSpec<Omit<DesignationRow, 'publics'>> = defineFile({
  file: 'designations.csv',
  key: ['reference', 'residence', 'householdNumber'],
  columns: {
    reference: REFERENCE,
    residence: RESIDENCE,
    ...PROPOSED_COLUMNS,
    householdNumber: HOUSEHOLD,
    ...BASIS_COLUMNS,
    holder: optional('code_reservataire', code, 'COMMUNE-78621', HOLDER),
  },
  check: (row, fault, warning) => {
    warnOfHousehold(row, warning);
    if (row.holder === null && BASES_OF_STATE.includes(row.basis))
      fault('holder', 'un réservataire de l’État est attendu : son contingent est celui de l’attribution');
  },
});

/** Households designated on the open vacancy of a dwelling, with a column for each of those publics. */
export function designationsFile(publics: readonly PublicColumn[]): FileSpec<DesignationRow> {
  return withPublics(WITHOUT_PUBLICS, publics) as FileSpec<DesignationRow>;
}

export const DESIGNATIONS = designationsFile([]);
