import type { PriorityDistrictFacts } from '#territory';
import { calendarDay, code, communeCode, text } from '../reading/cells';
import { defineFile, optional, required, type FileSpec } from '../reading/spec';

/** The QPV, each with its first and last day. */
export const PRIORITY_DISTRICTS: FileSpec<PriorityDistrictFacts> = defineFile({
  file: 'qpv.csv',
  key: ['code'],
  columns: {
    code: required('code_qpv', code, 'L-QPV-1'),
    name: required('nom', text, 'Quartier d’exemple'),
    commune: required('code_insee', communeCode, '78621', { references: 'communes.csv' }),
    firstDay: required('date_debut', calendarDay, '2015-01-01'),
    lastDay: optional('date_fin', calendarDay, ''),
  },
  check: (row, fault) => {
    if (row.lastDay !== null && row.lastDay < row.firstDay)
      fault('lastDay', `une date égale ou postérieure à date_debut (${row.firstDay}) est attendue`);
  },
});
