import { REPORT_SCOPES, type IndicatorFacts } from '#compliance';
import { calendarDay, code, decimal, oneOf, period, text } from '#cells';
import { defineFile, required, type FileSpec } from '../reading/spec';

/** Figures that come from elsewhere. `identifiant` names an entity of the kind that `portee` says. */
export const INDICATORS: FileSpec<IndicatorFacts> = defineFile({
  file: 'indicateurs.csv',
  key: ['code', 'kind', 'id', 'period'],
  columns: {
    code: required('code', code, 'ROTATION'),
    kind: required('portee', oneOf(REPORT_SCOPES), 'epci'),
    id: required('identifiant', code, 'epci'),
    period: required('periode', period, '2023'),
    value: required('valeur', decimal, '9,5'),
    source: required('source', text, 'Rapport d’exemple'),
    sourceDay: required('date_source', calendarDay, '2024-06-30'),
  },
});
