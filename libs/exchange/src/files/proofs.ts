import { calendarDay, code, integer, oneOf, required, Unreadable, yesNo, type CellReader } from '#cells';
import { CRITERIA, MOST_PARTS, type ProofRuleFacts } from '#criteria';
import { defineFile, type FileSpec } from '../reading/spec';

const KIND = /^[a-z][a-z0-9_]{0,39}$/;
const NOT_A_KIND = new Unreadable(
  'un mot pour une sorte de pièce est attendu, en minuscules sans accent : a à z, 0 à 9 et _',
);

/** A word for a kind of document. It stands in clear, so no text about a person fits in it. */
const kindOfProof: CellReader<string> = {
  form: 'code',
  read: (found) => {
    const read = code.read(found);
    return read instanceof Unreadable || KIND.test(read) ? read : NOT_A_KIND;
  },
};

/** The kinds of proof that serve a criterion of priority, where the territory's agreement differs from the defaults. */
export const PROOF_RULES: FileSpec<ProofRuleFacts> = defineFile({
  file: 'justificatifs.csv',
  key: ['criterion', 'kind', 'from'],
  columns: {
    criterion: required('critere', oneOf(CRITERIA), 'violences'),
    kind: required('piece', kindOfProof, 'plainte'),
    from: required('date_effet', calendarDay, '2024-01-01'),
    admitted: required('admise', yesNo, 'O'),
    part: required('partie', integer(1, MOST_PARTS), '1'),
  },
});
