import type { OperationFacts } from '#rehousing';
import { calendarDay, code, integer, landlordCode, text } from '../reading/cells';
import { defineFile, optional, required, type FileSpec } from '../reading/spec';

/** The NPNRU operations. */
export const OPERATIONS: FileSpec<OperationFacts> = defineFile({
  file: 'operations.csv',
  key: ['code'],
  columns: {
    code: required('code_operation', code, 'NPNRU-1'),
    name: required('nom', text, 'Opération d’exemple'),
    district: required('code_qpv', code, 'L-QPV-1', { references: 'qpv.csv' }),
    landlord: required('code_bailleur', landlordCode, 'L-BAILLEUR-1', { references: 'bailleurs.csv' }),
    planned: required('menages_a_reloger', integer(0, 100_000), '120'),
    startsOn: required('date_debut', calendarDay, '2020-01-01'),
    endsOn: optional('date_fin_prevue', calendarDay, '2028-12-31'),
  },
  check: (row, fault) => {
    if (row.endsOn !== null && row.endsOn < row.startsOn)
      fault('endsOn', `une date égale ou postérieure à date_debut (${row.startsOn}) est attendue`);
  },
});
