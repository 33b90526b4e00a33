import { isRefusal, refuse, type Day, type Decision } from '#kernel';
import { MEETING_BODIES, type FragilityNote, type MeetingBody } from '../events';
import { seemsToNamePeople } from './people-in-text';
import { recordedRow, rowFrom, type Dated, type KnownNotes, type NoteEvent } from './row-from';

/** Commune and landlord have met and agree on a final note. */
export interface AgreeOnNote extends Dated {
  readonly note: FragilityNote;
  readonly heldOn: Day;
  readonly attendees: readonly MeetingBody[];
  /** About the dwellings, never about people. */
  readonly reason: string;
}

const PARTIES = ['commune', 'landlord'] as const;

/**
 * Adds a dated row with the agreed note, its ground and its meeting. The other notes are taken over from the row before.
 * Refused: `meeting-in-future`, `meeting-without-party`, `text-names-people`, `note-in-future`, `note-superseded`.
 */
export function agreeOnNote(command: AgreeOnNote, known: KnownNotes): Decision<NoteEvent> {
  const { heldOn, attendees, reason, note, today } = command;
  if (heldOn > today) return refuse('meeting-in-future', { heldOn });
  const missing = PARTIES.filter((party) => !attendees.includes(party));
  if (missing.length > 0) return refuse('meeting-without-party', { missing });
  if (seemsToNamePeople(reason)) return refuse('text-names-people', { field: 'reason' });
  const carried = rowFrom(command, known);
  if (isRefusal(carried)) return carried;
  const meeting = { heldOn, attendees: MEETING_BODIES.filter((body) => attendees.includes(body)) };
  return recordedRow({ ...carried, final: note, consensus: reason, meeting }, known);
}
