import { CONTINGENTS, type ReservationHolderFacts } from '#territory';
import { code, communeCode, oneOf, text } from '../reading/cells';
import { defineFile, optional, required, type FileSpec } from '../reading/spec';

/** The reservation holders and the contingent of each one. */
export const HOLDERS: FileSpec<ReservationHolderFacts> = defineFile({
  file: 'reservataires.csv',
  key: ['code'],
  columns: {
    code: required('code_reservataire', code, 'COMMUNE-78621'),
    name: required('nom', text, 'Commune de Trappes'),
    contingent: required('contingent', oneOf(CONTINGENTS), 'commune'),
    commune: optional('code_insee', communeCode, '78621', { references: 'communes.csv' }),
  },
});
