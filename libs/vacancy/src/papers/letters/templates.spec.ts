import { day } from '#kernel';
import { DEFAULT_WORDING } from './default-wording';
import {
  faultsOf,
  filled,
  LETTER_CODES,
  LETTER_KINDS,
  paragraphsOf,
  templateOn,
  type LetterTemplateFacts,
} from './templates';

describe('the default wording', () => {
  it.each(LETTER_CODES)('of %s says what the law asks for, and can be edited as a cell of a file', (code) => {
    const { subject, text } = DEFAULT_WORDING[code];
    expect([...faultsOf(code, subject, 'subject'), ...faultsOf(code, text, 'text')]).toEqual([]);
    expect(text.length).toBeLessThanOrEqual(2_000);
  });
});

describe('a template', () => {
  const text = 'Jusqu’au {dernier_jour}.\n\n{avertissement_dalo}';

  it('has no fault where it names what the law asks for', () => {
    expect(faultsOf('offre', text, 'text')).toEqual([]);
  });

  it('names nothing that the letter does not have', () => {
    expect(faultsOf('offre', `${text} {motif} {motif} {Residence}`, 'text')).toEqual([
      { kind: 'unknown', name: 'motif', admitted: LETTER_KINDS.offre.placeholders },
      { kind: 'unknown', name: 'Residence', admitted: LETTER_KINDS.offre.placeholders },
    ]);
    expect(faultsOf('non_attribution', 'Offre au {dernier_jour}', 'subject')).toMatchObject([
      { kind: 'unknown', name: 'dernier_jour' },
    ]);
  });

  it('gives the last day and the warning of an offer, the motive of a refusal, in its text', () => {
    expect(faultsOf('offre', 'Acceptez-vous ?', 'text')).toEqual([
      { kind: 'missing', name: 'dernier_jour', article: 'R. 441-10' },
      { kind: 'missing', name: 'avertissement_dalo', article: 'R. 441-16-3' },
    ]);
    for (const code of ['non_attribution', 'irrecevabilite'] as const)
      expect(faultsOf(code, 'Refusé.', 'text')).toEqual([{ kind: 'missing', name: 'motif', article: 'L. 441-2-2' }]);
    expect(faultsOf('non_attribution', 'Refusé.', 'subject')).toEqual([]);
  });

  it.each(['{motif} et {', '{motif}} clos', '{{motif}}'])('closes each brace that it opens: %s', (wrong) => {
    expect(faultsOf('non_attribution', wrong, 'text').some(({ kind }) => kind === 'brace')).toBe(true);
  });

  it('is filled with its values, whatever they contain', () => {
    expect(filled('{a} {b} {a}', { a: '{b}', b: '$&' })).toBe('{b} $& {b}');
  });

  it('has a paragraph for each text between empty lines, and none for one that is empty', () => {
    expect(paragraphsOf('Un\nbis\n\n\n\nDeux\n  \n \nTrois\n')).toEqual(['Un\nbis', 'Deux', 'Trois']);
  });
});

describe('the wording of a day', () => {
  const worded = (from: string, subject: string, code: LetterTemplateFacts['code'] = 'offre'): LetterTemplateFacts => ({
    code,
    from: day(from),
    subject,
    text: '',
  });
  const recorded = [
    worded('2026-06-01', 'Juin'),
    worded('2026-01-01', 'Janvier'),
    worded('2026-02-01', 'Autre', 'irrecevabilite'),
  ];
  const subjectOn = (on: string): string =>
    templateOn('offre', day(on), { recorded, defaults: DEFAULT_WORDING }).subject;

  it('is the newest that has begun, else the default', () => {
    expect(subjectOn('2025-12-31')).toBe(DEFAULT_WORDING.offre.subject);
    expect(subjectOn('2026-01-01')).toBe('Janvier');
    expect(subjectOn('2026-05-31')).toBe('Janvier');
    expect(subjectOn('2026-06-01')).toBe('Juin');
  });
});
