import { byType, partsOfRowId, type RecordedEvent, type StreamDefinition } from '#event-store';
import { CodedError, evolveRecord, type JsonObject, type RecordData } from '#kernel';
import type { Batch, Projection, ProjectionRun } from '#processing';
import { COMMUNE_STREAMS, DISTRICT_STREAMS, LANDLORD_STREAMS, OWNERSHIP_STREAMS, RESIDENCE_STREAMS } from '#territory';
import { NOTE_STREAMS, PRIORITY_LIST_STREAMS, SURVEY_STREAMS } from '../events';
import { LIST_REMINDERS, SURVEY_REMINDERS } from '../reminding/events';
import { FRAGILITY_MODEL, REMINDERS, type Entry, type SubjectDocument, type Telling } from './model';

/** The streams that tell of rows, and where those are kept. */
interface Source {
  readonly collection: string;
  readonly streams: StreamDefinition;
  readonly list: string;
  /** The stream is that of a row, named by its day or year as well. */
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

/** Residences with every row ever told of them, by whom and when: reports judge them as they are asked. */
export const fragilityProjection: Projection = {
  model: FRAGILITY_MODEL,
  types: [...SOURCES.keys()],
  start: () => RUN,
};

/** Keeps nothing in memory: an event reads its subject's document and leaves it whole. */
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
    const entry: Entry<JsonObject> = { from, revision, list, key, facts, told: tellingOf(event) };
    batch.put({ collection, id, position: from, body: { entries: [...before, entry] } });
  },
};

/** The facts once the event holds. @throws CodedError `subject-unknown` */
function factsAfter(before: Entry<JsonObject> | undefined, { data, stream }: RecordedEvent): JsonObject {
  const facts = evolveRecord(before?.facts, data as RecordData<JsonObject>);
  if (!facts) throw new CodedError('subject-unknown', `${stream} is corrected before it was declared`);
  return facts;
}

function tellingOf({ type, metadata }: RecordedEvent): Telling {
  const { recordedAt, actor, role, rowDigest } = metadata;
  return { type, recordedAt, actor, role, fromFile: rowDigest !== undefined };
}
