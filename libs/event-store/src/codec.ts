import { CodedError, isUuid, type Day, type Instant, type Uuid } from '#kernel';
import type { ChainFields } from './history';
import { idConflict } from './errors';
import type { EventMetadata, NewEvent, RecordedEvent, SealedFacts } from './event';
import type { StreamBatch } from './port';

/** An event as the texts that are stored and chained. They are the same on every store. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly metadata: string;
  readonly people: string | null;
  readonly data: string;
}

/** @throws CodedError `empty-batch`, `event-not-storable`, `event-id-conflict` where the batch holds an id twice */
export function encodeBatch({ stream, events }: StreamBatch, recordedAt: Instant): EncodedEvent[] {
  if (events.length === 0) throw new CodedError('empty-batch', `no events for stream ${stream}`);
  const encoded = events.map((event) => encodeEvent(event, recordedAt));
  if (events.length > 1 && new Set(encoded.map(({ id }) => id)).size < events.length) throw idConflict(stream);
  return encoded;
}

/** @throws CodedError `event-not-storable` where the id or the household is no UUID, or the data is no JSON */
export function encodeEvent(event: NewEvent, recordedAt: Instant): EncodedEvent {
  if (!isUuid(event.id)) throw new CodedError('event-not-storable', `event id is no UUID: ${String(event.id)}`);
  const { id, type, schemaVersion, people } = event;
  if (people && !isUuid(people.household)) throw new CodedError('event-not-storable', 'a household is no UUID', { id });
  return {
    id,
    type,
    schemaVersion,
    metadata: metadataText(event.metadata, recordedAt),
    people: people ? peopleText(people) : null,
    data: dataText(event),
  };
}

/** The chained fields of an event that was read. The event must not have been upcast. */
export function chainFieldsOf(event: RecordedEvent): ChainFields {
  const { stream, revision } = event;
  return { stream, revision, ...encodeEvent(event, event.metadata.recordedAt) };
}

/** The fields of the metadata, in the order of the stored text. */
type MetadataFields = [Instant, Day | null, string, string, string, string, string | null];

/**
 * The metadata as text: its values only, in a fixed order. The digest covers this text. Field names are left out
 * because they would be repeated with every event.
 */
function metadataText(metadata: NewEvent['metadata'], recordedAt: Instant): string {
  const { effectiveDay = null, actor, role, correlationId, causationId, rowDigest = null } = metadata;
  const fields: MetadataFields = [recordedAt, effectiveDay, actor, role, correlationId, causationId, rowDigest];
  return JSON.stringify(fields);
}

/** Reads the text that `metadataText` wrote. */
export function metadataOf(text: string): EventMetadata {
  const fields = JSON.parse(text) as MetadataFields;
  const [recordedAt, effectiveDay, actor, role, correlationId, causationId, rowDigest] = fields;
  // Written out for speed: a replay makes millions of these objects.
  if (effectiveDay !== null && rowDigest !== null)
    return { recordedAt, effectiveDay, actor, role, correlationId, causationId, rowDigest };
  if (effectiveDay !== null) return { recordedAt, effectiveDay, actor, role, correlationId, causationId };
  if (rowDigest !== null) return { recordedAt, actor, role, correlationId, causationId, rowDigest };
  return { recordedAt, actor, role, correlationId, causationId };
}

/** The sealed facts as text: the household, a space, the box. */
function peopleText({ household, box }: SealedFacts): string {
  return `${household} ${box}`;
}

/** Reads the text that `peopleText` wrote. */
export function sealedFactsOf(text: string): SealedFacts {
  const end = text.indexOf(' ');
  return { household: text.slice(0, end) as Uuid, box: text.slice(end + 1) };
}

function dataText(event: NewEvent): string {
  let text: string | undefined;
  let cause: unknown;
  try {
    text = JSON.stringify(event.data);
  } catch (error) {
    cause = error;
  }
  if (text !== undefined) return text;
  throw new CodedError('event-not-storable', `data of a ${event.type} is no JSON`, { type: event.type }, { cause });
}
