import { DWELLING_TYPES, FINANCINGS, type DwellingFacts } from '#territory';
import { buildingYear, code, money, oneOf, surface } from '../reading/cells';
import { defineFile, optional, required, type FileSpec } from '../reading/spec';

/** The dwellings of the residences. */
export const DWELLINGS: FileSpec<DwellingFacts> = defineFile({
  file: 'logements.csv',
  key: ['reference'],
  columns: {
    reference: required('reference_logement', code, 'LOG-1'),
    residence: required('code_residence', code, 'RES-1', { references: 'residences.csv' }),
    type: optional('typologie', oneOf(DWELLING_TYPES), 'T3'),
    financing: optional('financement', oneOf(FINANCINGS), 'PLUS'),
    surface: optional('surface', surface, '62,50'),
    rent: optional('loyer', money, '412,30'),
    charges: optional('charges', money, '95'),
    builtIn: optional('annee_construction', buildingYear, '1975'),
    holder: optional('code_reservataire', code, 'COMMUNE-78621', { references: 'reservataires.csv' }),
  },
});
