import type { LandlordFacts } from '#territory';
import { landlordCode, text } from '../reading/cells';
import { defineFile, required, type FileSpec } from '../reading/spec';

/** The landlords of the territory. */
export const LANDLORDS: FileSpec<LandlordFacts> = defineFile({
  file: 'bailleurs.csv',
  key: ['code'],
  columns: {
    code: required('code_bailleur', landlordCode, 'L-BAILLEUR-1'),
    name: required('nom', text, 'Bailleur d’exemple'),
  },
});
