import { byType, partsOfRowId, type RecordedEvent, type StreamDefinition } from '#event-store';
import { CodedError, evolveRecord, type JsonObject, type RecordData } from '#kernel';
import type { Batch, Projection, ProjectionRun } from '#processing';
import { COMMUNE_STREAMS, DISTRICT_STREAMS, LANDLORD_STREAMS, OWNERSHIP_STREAMS, RESIDENCE_STREAMS } from '#territory';
import { NOTE_STREAMS, PRIORITY_LIST_STREAMS, SURVEY_STREAMS } from '../events';
import { LIST_REMINDERS, SURVEY_REMINDERS } from '../reminding/events';
import { FRAGILITY_MODEL, REMINDERS, type Entry, type Provenance, type SubjectDocument } from './model';

/** Streams whose events record rows, and where the projection keeps these rows. */
interface Source {
  readonly collection: string;
  readonly streams: StreamDefinition;
  readonly list: string;
  /** The stream holds one row, and its name has the day or the year of the row as well. */
  readonly dated?: true;
}

const SOURCES = byType<Source>([
  { collection: 'residences', streams: RESIDENCE_STREAMS, list: 'facts' },
  { collection: 'residences', streams: OWNERSHIP_STREAMS, list: 'ownerships', dated: true },
  { collection: 'residences', streams: NOTE_STREAMS, list: 'notes', dated: true },
  { collection: 'residences', streams: SURVEY_STREAMS, list: 'surveys', dated: true },
  { collection: 'lists', streams: PRIORITY_LIST_STREAMS, list: 'facts' },
  { collection: 'residences', streams: SURVEY_REMINDERS, list: REMINDERS },
  { collection: 'landlords', streams: LIST_REMINDERS, list: REMINDERS },
  { collection: 'communes', streams: COMMUNE_STREAMS, list: 'facts' },
  { collection: 'landlords', streams: LANDLORD_STREAMS, list: 'facts' },
  { collection: 'districts', streams: DISTRICT_STREAMS, list: 'facts' },
]);

/** Residences with every row ever recorded, who recorded it and when. Reports compute notes from the rows when they are asked. */
export const fragilityProjection: Projection = {
  model: FRAGILITY_MODEL,
  types: [...SOURCES.keys()],
  start: () => RUN,
};

/** Keeps nothing in memory: each event reads the document of its subject and writes it whole. */
const RUN: ProjectionRun = {
  async apply(event: RecordedEvent, batch: Batch): Promise<void> {
    const { collection, streams, list, dated } = SOURCES.get(event.type)!;
    const named = streams.idOf(event.stream);
    const { code: id, row: key } = dated ? partsOfRowId(named) : { code: named, row: '' };
    const known = await batch.get<SubjectDocument<JsonObject>>(collection, id);
    // After a crash the store may hold entries of events that are being applied again.
    const before = (known?.body.entries ?? []).filter(({ from }) => from < event.position);
    const { position: from, revision } = event;
    const facts = factsAfter(
      before.findLast((entry) => entry.list === list && entry.key === key),
      event,
    );
    const entry: Entry<JsonObject> = { from, revision, list, key, facts, provenance: provenanceOf(event) };
    batch.put({ collection, id, position: from, body: { entries: [...before, entry] } });
  },
};

/** The facts after the event. @throws CodedError `subject-unknown` */
function factsAfter(before: Entry<JsonObject> | undefined, { data, stream }: RecordedEvent): JsonObject {
  const facts = evolveRecord(before?.facts, data as RecordData<JsonObject>);
  if (!facts) throw new CodedError('subject-unknown', `${stream} is corrected before it was declared`);
  return facts;
}

function provenanceOf({ metadata }: RecordedEvent): Provenance {
  const { recordedAt, actor, role, rowDigest } = metadata;
  return { recordedAt, actor, role, fromFile: rowDigest !== undefined };
}
