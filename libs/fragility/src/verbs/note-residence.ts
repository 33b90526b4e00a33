import { isRefusal, refuse, type Decision } from '#kernel';
import type { FragilityNote, NoteFacts } from '../events';
import { statisticalOf } from '../note-on';
import { seemsToNamePeople } from './people-in-text';
import { recordedRow, rowFrom, type Dated, type KnownNotes, type NoteEvent } from './row-from';

export type NoteAuthor = 'commune' | 'landlord';

/** The commune or the landlord notes a residence, from a day on. */
export interface NoteResidence extends Dated {
  readonly author: NoteAuthor;
  readonly note: FragilityNote;
  /** About the dwellings, never about people. */
  readonly comment: string | null;
}

/**
 * Adds a dated row with the author's note. The other notes are taken over from the row before. Where the author's note changes, the agreed
 * note is dropped and the rule decides again until another meeting; where the same note is given again, the agreed note stays.
 * Refused: `note-in-future`, `note-superseded`, `text-names-people`, `comment-needed` where the note differs from the statistical note.
 */
export function noteResidence(command: NoteResidence, known: KnownNotes): Decision<NoteEvent> {
  const { author, note, comment } = command;
  if (comment !== null && seemsToNamePeople(comment)) return refuse('text-names-people', { field: 'comment' });
  const carried = rowFrom(command, known);
  if (isRefusal(carried)) return carried;
  const reopened = carried[author] === note ? {} : { final: null, consensus: null, meeting: null };
  const row: NoteFacts = { ...carried, ...reopened, [author]: note, [`${author}Comment`]: comment };
  const { statistical } = statisticalOf(row, known.surveys, known.scale);
  if (statistical !== null && statistical !== note && comment === null)
    return refuse('comment-needed', { statistical, note });
  return recordedRow(row, known);
}
