import type { JsonObject, Uuid } from '#kernel';
import type { ChainFields } from '../history';
import { metadataOf, sealedFactsOf } from '../codec';
import type { ClearEvent, RecordedEvent } from '../event';
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

/** The same row as an array of values, in the order of `EVENT_COLUMNS`, because a replay reads millions of rows. */
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

/** The clear part of a row, in the order of `CLEAR_COLUMNS`. */
export type ClearValues = readonly [
  position: number,
  stream: string,
  revision: number,
  type: string,
  schemaVersion: number,
  id: Uuid,
  data: string,
];

export const CLEAR_COLUMNS = 'position, stream, revision, type, schema_version, id, data';

export function decodeClear(values: ClearValues, upcasters: Upcasters): ClearEvent {
  const [row, stream, revision, type, schemaVersion, id, text] = values;
  const data = JSON.parse(text) as JsonObject;
  return upcasters.upcast({ id, stream, revision, position: positionOf(row), type, schemaVersion, data });
}

export function decodeValues(values: EventValues, upcasters: Upcasters): RecordedEvent {
  const [row, stream, revision, type, schemaVersion, id, metadataText, people, text] = values;
  const data = JSON.parse(text) as JsonObject;
  const position = positionOf(row);
  const metadata = metadataOf(metadataText);
  if (people === null) return upcasters.upcast({ id, stream, revision, position, type, schemaVersion, data, metadata });
  const sealed = sealedFactsOf(people);
  return upcasters.upcast({ id, stream, revision, position, type, schemaVersion, data, people: sealed, metadata });
}

export function chainFieldsOf(row: EventRow): ChainFields {
  const { stream, revision, type, data, people, metadata } = row;
  return { stream, revision, id: row.id, type, schemaVersion: row.schema_version, data, people, metadata };
}
