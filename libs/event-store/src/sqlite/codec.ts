import { CodedError, isUuid, type Day, type Instant, type JsonObject, type Uuid } from '#kernel';
import type { ChainFields } from '../chain';
import type { EventMetadata, NewEvent, RecordedEvent, SealedFacts } from '../event';
import type { Upcasters } from '../upcasters';
import { positionOf } from './position';

/** A row of `events`, as it is selected for reading. */
export interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schema_version: number;
  readonly id: Uuid;
  readonly metadata: string;
  readonly people: string | null;
  readonly data: string;
}

/** The same as an array of its values, in the order of `EVENT_COLUMNS`: millions of them are read in a replay. */
export type EventValues = readonly [
  position: number,
  stream: string,
  revision: number,
  type: string,
  schemaVersion: number,
  id: Uuid,
  metadata: string,
  people: string | null,
  data: string,
];

export const EVENT_COLUMNS = 'position, stream, revision, type, schema_version, id, metadata, people, data';

/** An event turned into the texts that are kept and chained. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly metadata: string;
  readonly people: string | null;
  readonly data: string;
}

/** @throws CodedError `event-not-storable` where its id or household is no UUID, or its data no JSON */
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

export function decodeValues(values: EventValues, upcasters: Upcasters): RecordedEvent {
  const [row, stream, revision, type, written, id, metadataText, people, text] = values;
  const recorded = { schemaVersion: written, data: JSON.parse(text) as JsonObject };
  const { schemaVersion, data } = upcasters.upcast(type, recorded);
  const position = positionOf(row);
  const metadata = eventMetadata(metadataText);
  if (people === null) return { id, stream, revision, position, type, schemaVersion, data, metadata };
  return { id, stream, revision, position, type, schemaVersion, data, people: sealedFacts(people), metadata };
}

export function chainFieldsOf(row: EventRow): ChainFields {
  const { stream, revision, type, data, people, metadata } = row;
  return { stream, revision, id: row.id, type, schemaVersion: row.schema_version, data, people, metadata };
}

/** The fields of the metadata, in the order of its text. */
type MetadataFields = [Instant, Day | null, string, string, string, string, string | null];

/** Its values alone, in a fixed order: the digest covers this text, and names repeated at every event would fill the pages. */
function metadataText(metadata: NewEvent['metadata'], recordedAt: Instant): string {
  const { effectiveDay = null, actor, role, correlationId, causationId, rowDigest = null } = metadata;
  const fields: MetadataFields = [recordedAt, effectiveDay, actor, role, correlationId, causationId, rowDigest];
  return JSON.stringify(fields);
}

function eventMetadata(text: string): EventMetadata {
  const [recordedAt, effectiveDay, actor, role, correlationId, causationId, rowDigest] = JSON.parse(
    text,
  ) as MetadataFields;
  if (effectiveDay !== null && rowDigest !== null)
    return { recordedAt, effectiveDay, actor, role, correlationId, causationId, rowDigest };
  if (effectiveDay !== null) return { recordedAt, effectiveDay, actor, role, correlationId, causationId };
  if (rowDigest !== null) return { recordedAt, actor, role, correlationId, causationId, rowDigest };
  return { recordedAt, actor, role, correlationId, causationId };
}

/** The household, a space, its box. */
function peopleText({ household, box }: SealedFacts): string {
  return `${household} ${box}`;
}

function sealedFacts(text: string): SealedFacts {
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
