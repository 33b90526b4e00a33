import type { JsonObject, Uuid } from '#kernel';
import type { ChainFields } from '../chain';
import { metadataOf, sealedFactsOf } from '../codec';
import type { RecordedEvent } from '../event';
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

export const EVENT_COLUMNS = 'position, stream, revision, type, schema_version, id, metadata, people, data';

export function decodeRow(row: EventRow, upcasters: Upcasters): RecordedEvent {
  const recorded = { schemaVersion: row.schema_version, data: JSON.parse(row.data) as JsonObject };
  const { schemaVersion, data } = upcasters.upcast(row.type, recorded);
  return {
    id: row.id,
    stream: row.stream,
    revision: row.revision,
    position: positionOf(row.position),
    type: row.type,
    schemaVersion,
    data,
    ...(row.people === null ? {} : { people: sealedFactsOf(row.people) }),
    metadata: metadataOf(row.metadata),
  };
}

export function chainFieldsOf(row: EventRow): ChainFields {
  const { stream, revision, type, data, people, metadata } = row;
  return { stream, revision, id: row.id, type, schemaVersion: row.schema_version, data, people, metadata };
}
