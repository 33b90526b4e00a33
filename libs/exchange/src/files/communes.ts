import type { CommuneFacts } from '#territory';
import { communeCode, text, yesNo } from '../reading/cells';
import { defineFile, optional, required, type FileSpec } from '../reading/spec';

/** The communes of the EPCI. */
export const COMMUNES: FileSpec<CommuneFacts> = defineFile({
  file: 'communes.csv',
  key: ['code'],
  columns: {
    code: required('code_insee', communeCode, '78621'),
    name: required('nom', text, 'Trappes'),
    sruDeficit: optional('deficitaire_sru', yesNo, 'N'),
  },
});
