import { refuse, type Refusal } from '#kernel';
import type { FragilityNote, NoteFacts } from './events';

type GivenNotes = Pick<NoteFacts, 'commune' | 'landlord' | 'final' | 'consensus'>;

/**
 * What the rule gives: commune and landlord equal → theirs; only one → that one; neither → the statistical one;
 * different, or nothing → none.
 */
export function ruleNote(
  row: Pick<NoteFacts, 'commune' | 'landlord'>,
  statistical: FragilityNote | null,
): FragilityNote | null {
  if (row.commune !== null && row.landlord !== null) return row.commune === row.landlord ? row.commune : null;
  return row.commune ?? row.landlord ?? statistical;
}

/**
 * The final note of a row: the rule's result, unless a note agreed otherwise, with its ground, replaces it.
 * Refused `note-without-consensus` where the given final note differs from the rule and no ground is written.
 */
export function finalNote(row: GivenNotes, statistical: FragilityNote | null): FragilityNote | null | Refusal {
  const ruled = ruleNote(row, statistical);
  if (row.final === null || row.final === ruled) return ruled;
  return row.consensus ? row.final : refuse('note-without-consensus', { final: row.final, ruled });
}
