import { calendarDay, code, integer, oneOf, required, yesNo } from '#cells';
import { CRITERIA, MOST_PARTS, type ProofRuleFacts } from '#criteria';
import { defineFile, type FileSpec } from '../reading/spec';

/** The kinds of proof that serve a criterion of priority, where the territory's agreement differs from the defaults. */
export const PROOF_RULES: FileSpec<ProofRuleFacts> = defineFile({
  file: 'justificatifs.csv',
  key: ['criterion', 'kind', 'from'],
  columns: {
    criterion: required('critere', oneOf(CRITERIA), 'violences'),
    kind: required('piece', code, 'plainte'),
    from: required('date_effet', calendarDay, '2024-01-01'),
    admitted: required('admise', yesNo, 'O'),
    part: required('partie', integer(1, MOST_PARTS), '1'),
  },
});
