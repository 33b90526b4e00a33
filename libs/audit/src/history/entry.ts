import { partsOfRowId, type Position, type RecordedEvent } from '#event-store';
import { wallClock, type Day, type Instant, type Json, type JsonObject, type Uuid } from '#kernel';
import { actOf, type ActWords } from '../words/acts';
import { detailsOf, revisionOf, unnamed, type Detail } from '../words/details';
import { groundOf, type Ground } from '../words/ground';
import { actText, type PeopleState } from '../words/sentences';
import type { Opened } from './boxes';

/** One event of a dossier: who did what, when, on what ground. */
export interface HistoryEntry {
  readonly position: Position;
  readonly event: Uuid;
  readonly type: string;
  readonly recordedAt: Instant;
  /** The same instant on a clock of the territory: `AAAA-MM-JJ HH:MM:SS`. */
  readonly recordedLocally: string;
  /** The day from which the fact holds in the real world; null where the event has none. */
  readonly effectiveDay: Day | null;
  readonly actor: string;
  /** The name of who holds the token of the actor; null where it has none, or is not to be shown. */
  readonly actorName: string | null;
  readonly role: string;
  readonly act: string;
  /** The thing that the event is about: the lease, the residence, the dwelling. */
  readonly about: string;
  readonly details: readonly Detail[];
  readonly people: PeopleState;
  readonly ground: Ground;
  /** What was done, in one line. */
  readonly text: string;
}

/** @param actors the names of those that may be shown, by their ids */
export function entryOf(
  event: RecordedEvent,
  opened: Opened,
  { timeZone, actors }: { readonly timeZone: string; readonly actors: ReadonlyMap<string, string> },
): HistoryEntry {
  const { position, id, type, metadata } = event;
  const words = actOf(type);
  const about = aboutOf(event.stream, words);
  const details = [...clearDetails(event, words, opened), ...sealedDetails(opened.facts, words)];
  return {
    position,
    event: id,
    type,
    recordedAt: metadata.recordedAt,
    recordedLocally: wallClock(metadata.recordedAt, timeZone),
    effectiveDay: metadata.effectiveDay ?? null,
    actor: metadata.actor,
    actorName: actors.get(metadata.actor) ?? null,
    role: metadata.role,
    act: words.act,
    about,
    details,
    people: opened.state,
    ground: groundOf(event, words.file),
    text: actText({ act: words.act, about, details, people: opened.state }),
  };
}

/** The name of a stream contains the code of its thing; the stream of a row also contains the day or the year of the row. */
function aboutOf(stream: string, { thing, streams, isRow }: ActWords): string {
  const id = streams ? streams.idOf(stream) : stream;
  if (!isRow) return `${thing} ${id}`;
  const { code, row } = partsOfRowId(id);
  return `${thing} ${code}, ${row}`;
}

function clearDetails({ type, data }: RecordedEvent, { fields }: ActWords, { state }: Opened): readonly Detail[] {
  if (type === 'QuartileRevised') return revisionOf(data, 'quartile', fields);
  if (type === 'HomeWorkRevised') return revisionOf(data, 'homeWork', fields);
  return detailsOf(state === 'shown' ? data : unnamed(data, fields), fields, false);
}

function sealedDetails(facts: Json | undefined, { sealed = {}, unpack }: ActWords): readonly Detail[] {
  if (facts === undefined) return [];
  return detailsOf((unpack ? unpack(facts) : facts) as JsonObject, sealed, true);
}
