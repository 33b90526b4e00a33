import { canonicalJson } from '#kernel';
import type { NoteFacts } from './events';

/** A row as a file tells it, with what files cannot tell of the one recorded: a comment stays with its note, a meeting with what it agreed. */
export function withUntold(row: NoteFacts, known: NoteFacts): NoteFacts {
  const untold: { -readonly [Field in 'communeComment' | 'landlordComment' | 'meeting']?: NoteFacts[Field] } = {};
  if (known.communeComment && row.commune === known.commune) untold.communeComment = known.communeComment;
  if (known.landlordComment && row.landlord === known.landlord) untold.landlordComment = known.landlordComment;
  if (known.meeting && canonicalJson(agreed(row)) === canonicalJson(agreed(known))) untold.meeting = known.meeting;
  return { ...row, ...untold };
}

function agreed({ final, consensus }: NoteFacts) {
  return [final, consensus];
}
