import { code, integer, landlordCode, shareOfWhole, year } from '#cells';
import type { FlowShareFacts } from '#flow';
import { defineFile, required, type FileSpec } from '../reading/spec';

/** The share of each landlord's flow that is agreed with each holder, year by year. */
export const FLOW_SHARES: FileSpec<FlowShareFacts> = defineFile({
  file: 'flux.csv',
  key: ['year', 'landlord', 'holder'],
  columns: {
    year: required('annee', year, '2024'),
    landlord: required('code_bailleur', landlordCode, 'L-BAILLEUR-1', { references: 'bailleurs.csv' }),
    holder: required('code_reservataire', code, 'COMMUNE-78621', { references: 'reservataires.csv' }),
    share: required('part', shareOfWhole, '20'),
    excluded: required('exclus', integer(0, 100_000), '0'),
  },
});
