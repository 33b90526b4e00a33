import type { OwnershipFacts } from '#territory';
import { calendarDay, code, landlordCode } from '../reading/cells';
import { defineFile, required, type FileSpec } from '../reading/spec';

/** Residences that changed their landlord. */
export const OWNERSHIPS: FileSpec<OwnershipFacts> = defineFile({
  file: 'proprietes.csv',
  key: ['residence', 'from'],
  columns: {
    residence: required('code_residence', code, 'RES-1', { references: 'residences.csv' }),
    from: required('date_debut', calendarDay, '1975-09-01'),
    landlord: required('code_bailleur', landlordCode, 'L-BAILLEUR-1', { references: 'bailleurs.csv' }),
  },
});
