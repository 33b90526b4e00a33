import type { Block, PrintedDocument } from './document';
import { footOf, type Source } from './head';

/** A letter to one person. */
export interface LetterPaper {
  readonly sender: string;
  /** Whose letter it is: it stands under the sender. */
  readonly reference: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly signers: readonly string[];
}

/** A letter on paper: who writes, to whom, about what; its paragraphs; room for the day and the signature. */
export function letterPaper(
  { sender, reference, subject, paragraphs, signers }: LetterPaper,
  state: Source,
): PrintedDocument {
  return {
    title: `Objet : ${subject}`,
    before: [sender, reference],
    about: [],
    ...footOf(state),
    paper: 'portrait',
    blocks: [...paragraphs.map((text): Block => ({ kind: 'paragraph', text })), { kind: 'signatures', signers }],
  };
}
