import { randomUUID } from 'node:crypto';
import { CodedError, isUuid, type JsonObject, type Uuid } from '#kernel';
import { metadataOf, sealedFactsOf, type EncodedEvent } from '../codec';
import type { EventMetadata, RecordedEvent, SealedFacts } from '../event';
import type { ServerEvent } from './connection';
import { positionOf } from './position';
import type { ServerRecord } from './record';

/** The metadata of an event on the server: our metadata, and our fields that a server event does not have. */
interface Envelope extends EventMetadata {
  readonly id: Uuid;
  readonly schemaVersion: number;
  readonly people?: SealedFacts;
}

/**
 * The event for the server. It gets a new id with each append; our own id is in the metadata. The reason: the server
 * reports success for an id that it knows, even where it wrote nothing and where the stream was deleted since.
 */
export function toServer({ id, type, schemaVersion, data, people, metadata }: EncodedEvent): ServerEvent {
  const envelope = {
    id,
    schemaVersion,
    ...metadataOf(metadata),
    ...(people === null ? {} : { people: { ...sealedFactsOf(people) } }),
  };
  return { id: randomUUID(), type, data: JSON.parse(data) as JsonObject, metadata: envelope };
}

/** The event as it was written, not upcast. @throws CodedError `event-unreadable` where another program wrote it */
export function fromServer({ stream, revision, commit, type, data, metadata }: ServerRecord): RecordedEvent {
  const position = positionOf(commit);
  if (!isEnvelope(metadata)) {
    const message = `event ${revision} of ${stream} (${position}) was not written by Mixité: the database must hold nothing else`;
    throw new CodedError('event-unreadable', message, { stream, revision, position });
  }
  const { id, schemaVersion, people, ...ours } = metadata;
  return {
    id,
    stream,
    revision,
    position,
    type,
    schemaVersion,
    data: data as JsonObject,
    ...(people ? { people } : {}),
    metadata: ours,
  };
}

function isEnvelope(metadata: unknown): metadata is Envelope {
  if (typeof metadata !== 'object' || metadata === null) return false;
  const { id, schemaVersion, recordedAt } = metadata as Partial<Record<keyof Envelope, unknown>>;
  return typeof id === 'string' && isUuid(id) && typeof schemaVersion === 'number' && typeof recordedAt === 'string';
}
