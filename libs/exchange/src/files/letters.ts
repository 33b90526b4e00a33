import { calendarDay, oneOf, text } from '#cells';
import {
  DEFAULT_WORDING,
  faultsOfTemplate,
  LETTER_CODES,
  type LetterTemplateFacts,
  type TemplateFault,
} from '#vacancy';
import { defineFile, required, type FileSpec } from '../reading/spec';

const EXAMPLE_DAY = '2024-01-01';
const { subject, text: wording } = DEFAULT_WORDING.offre;

/** The letters to households, as the territory words them. The example rows are the default wording, to be edited. */
export const LETTERS: FileSpec<LetterTemplateFacts> = defineFile({
  file: 'courriers.csv',
  key: ['code', 'from'],
  columns: {
    code: required('code', oneOf(LETTER_CODES), 'offre'),
    from: required('date_effet', calendarDay, EXAMPLE_DAY),
    subject: required('objet', text, subject),
    text: required('texte', text, wording),
  },
  examples: LETTER_CODES.map((code) => [code, EXAMPLE_DAY, DEFAULT_WORDING[code].subject, DEFAULT_WORDING[code].text]),
  check: (row, fault) => {
    for (const part of ['subject', 'text'] as const)
      for (const found of faultsOfTemplate(row.code, row[part], part)) fault(part, messageOf(found));
  },
});

function messageOf(fault: TemplateFault): string {
  switch (fault.kind) {
    case 'unknown':
      return `champ inconnu, {${fault.name}} : ceux de ce courrier sont ${fault.admitted.map((name) => `{${name}}`).join(', ')}`;
    case 'missing':
      return `{${fault.name}} est attendu dans le texte : l’article ${fault.article} veut que ce courrier le dise`;
    case 'brace':
      return 'une accolade est seule : chaque champ s’écrit entre deux accolades, par exemple {residence}';
  }
}
