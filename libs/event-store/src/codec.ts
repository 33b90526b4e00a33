import { CodedError, isUuid, type Instant } from '#kernel';
import type { ChainFields } from './chain';
import { idConflict } from './errors';
import type { NewEvent, RecordedEvent } from './event';
import type { StreamBatch } from './port';

/** An event turned into the texts that are kept and chained: the same on every store. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly metadata: string;
  readonly people: string | null;
  readonly data: string;
}

/** @throws CodedError `empty-batch`, `event-not-storable`, `event-id-conflict` where its events cannot be stored together */
export function encodeBatch({ stream, events }: StreamBatch, recordedAt: Instant): EncodedEvent[] {
  if (events.length === 0) throw new CodedError('empty-batch', `no events for stream ${stream}`);
  const encoded = events.map((event) => encodeEvent(event, recordedAt));
  if (events.length > 1 && new Set(encoded.map(({ id }) => id)).size < events.length) throw idConflict(stream);
  return encoded;
}

/** @throws CodedError `event-not-storable` where its id is no UUID or its data no JSON */
export function encodeEvent(event: NewEvent, recordedAt: Instant): EncodedEvent {
  if (!isUuid(event.id)) throw new CodedError('event-not-storable', `event id is no UUID: ${String(event.id)}`);
  const { id, type, schemaVersion, people } = event;
  return {
    id,
    type,
    schemaVersion,
    metadata: metadataText(event.metadata, recordedAt),
    people: people ? JSON.stringify({ household: people.household, box: people.box }) : null,
    data: dataText(event),
  };
}

/** What the chain covers of an event that a store gives back in parts: it must not have been upcast. */
export function chainFieldsOf(event: RecordedEvent): ChainFields {
  const { stream, revision } = event;
  return { stream, revision, ...encodeEvent(event, event.metadata.recordedAt) };
}

/** In a fixed order, whatever the order of the object given: the digest covers this text. */
function metadataText(metadata: NewEvent['metadata'], recordedAt: Instant): string {
  const { effectiveDay, actor, role, correlationId, causationId, rowDigest } = metadata;
  return JSON.stringify({ recordedAt, effectiveDay, actor, role, correlationId, causationId, rowDigest });
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
