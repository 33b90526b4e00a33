import { RecordDefinition, rowId, type EventOf } from '#event-store';
import type { Day } from '#kernel';

export const LETTER_CODES = ['offre', 'non_attribution', 'irrecevabilite'] as const;
export type LetterCode = (typeof LETTER_CODES)[number];

/** How a territory words a letter from a day on. Names in braces stand for what differs from one household to another. */
export interface LetterTemplateFacts {
  readonly code: LetterCode;
  readonly from: Day;
  readonly subject: string;
  /** Paragraphs, with an empty line between two of them. */
  readonly text: string;
}

/** One stream for each letter and first day. */
export const LETTER_TEMPLATE_STREAMS = new RecordDefinition({
  category: 'lettertemplate',
  declared: 'LetterTemplateRecorded',
  corrected: 'LetterTemplateCorrected',
  id: ({ code, from }: LetterTemplateFacts) => rowId(code, from),
});

export type LetterTemplateEvent = EventOf<typeof LETTER_TEMPLATE_STREAMS>;

/** What a letter can say of the household, the dwelling and the decision. */
const COMMON = [
  'numero_unique',
  'bailleur',
  'residence',
  'commune',
  'logement',
  'loyer',
  'charges',
  'decision',
] as const;

interface LetterKind {
  readonly placeholders: readonly string[];
  /** What the text must say, and the article that asks for it. */
  readonly needed: readonly { readonly name: string; readonly article: string }[];
}

const REFUSAL: LetterKind = {
  placeholders: [...COMMON, 'motif'],
  needed: [{ name: 'motif', article: 'L. 441-2-2' }],
};

export const LETTER_KINDS: Readonly<Record<LetterCode, LetterKind>> = {
  offre: {
    placeholders: [...COMMON, 'date_notification', 'delai_jours', 'dernier_jour', 'avertissement_dalo'],
    needed: [
      { name: 'dernier_jour', article: 'R. 441-10' },
      { name: 'avertissement_dalo', article: 'R. 441-16-3' },
    ],
  },
  non_attribution: REFUSAL,
  irrecevabilite: REFUSAL,
};

/** What is wrong with a text of a template. */
export type TemplateFault =
  | { readonly kind: 'unknown'; readonly name: string; readonly admitted: readonly string[] }
  | { readonly kind: 'missing'; readonly name: string; readonly article: string }
  | { readonly kind: 'brace' };

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The faults of a subject or a text. Only the text must say what the law asks for. */
export function faultsOf(code: LetterCode, text: string, part: 'subject' | 'text'): readonly TemplateFault[] {
  const { placeholders, needed } = LETTER_KINDS[code];
  const named = [...text.matchAll(PLACEHOLDER)].map(([, name]) => name!);
  const unknown = [...new Set(named)].filter((name) => !placeholders.includes(name));
  const missing = part === 'text' ? needed.filter(({ name }) => !named.includes(name)) : [];
  const hasLooseBrace = /[{}]/.test(text.replace(PLACEHOLDER, ''));
  return [
    ...unknown.map((name) => ({ kind: 'unknown', name, admitted: placeholders }) as const),
    ...missing.map((one) => ({ kind: 'missing', ...one }) as const),
    ...(hasLooseBrace ? [{ kind: 'brace' } as const] : []),
  ];
}

/** The text with its values. @param values one for each placeholder of the letter */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => values[name] ?? whole);
}

/** The paragraphs of a text. One that has become empty is left out. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** The wording in force on a day: the newest that has begun, else the default. */
export function templateOn(
  code: LetterCode,
  day: Day,
  { recorded, defaults }: { readonly recorded: Iterable<LetterTemplateFacts>; readonly defaults: LetterWording },
): Pick<LetterTemplateFacts, 'subject' | 'text'> {
  let newest: LetterTemplateFacts | undefined;
  for (const one of recorded)
    if (one.code === code && one.from <= day && (!newest || one.from > newest.from)) newest = one;
  return newest ?? defaults[code];
}

export type LetterWording = Readonly<Record<LetterCode, Pick<LetterTemplateFacts, 'subject' | 'text'>>>;
