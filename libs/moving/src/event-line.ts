import type { ChainedEvent, Position } from '#event-store';
import { isUuid, parseDay, parseInstant, type Instant } from '#kernel';
import { isDigest } from './history-form';

const SEALED = /^[0-9a-f-]{36} [A-Za-z0-9+/]+={0,2}$/;

/** The line of an event, with its newline. It contains exactly the texts that the digest covers, so that nothing is lost. */
export function lineOf(event: ChainedEvent): string {
  const { ordinal, position, stream, revision, id, type, schemaVersion, data, people, metadata, digest } = event;
  return (
    `{"ordinal":${ordinal},"position":${JSON.stringify(position)},"stream":${JSON.stringify(stream)},"revision":${revision},` +
    `"id":${JSON.stringify(id)},"type":${JSON.stringify(type)},"schemaVersion":${schemaVersion},"data":${data},` +
    `"people":${JSON.stringify(people)},"metadata":${metadata},"digest":${JSON.stringify(digest)}}\n`
  );
}

/** The event of a parsed line; undefined where the line is no event. The caller must check the digest. */
export function eventOf(line: unknown): ChainedEvent | undefined {
  if (typeof line !== 'object' || line === null) return undefined;
  const fields = line as Record<string, unknown>;
  if (!hasPlace(fields) || !hasContent(fields)) return undefined;
  const { data, metadata, ordinal, position, stream, revision, id, type, schemaVersion, people, digest } = fields;
  const texts = textsOf(data, metadata);
  return (
    texts && {
      ordinal,
      position,
      recordedAt: metadata[0],
      digest,
      stream,
      revision,
      id,
      type,
      schemaVersion,
      people,
      ...texts,
    }
  );
}

interface Place {
  readonly ordinal: number;
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly digest: string;
}

function hasPlace(fields: Record<string, unknown>): fields is Record<string, unknown> & Place {
  const { ordinal, position, stream, revision, digest } = fields;
  const isNumbered = isCount(ordinal) && ordinal > 0 && isCount(revision);
  return isNumbered && typeof position === 'string' && isText(stream) && isDigest(digest);
}

interface Content {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: object;
  readonly people: string | null;
  readonly metadata: readonly [Instant, ...unknown[]];
}

function hasContent(fields: Record<string, unknown>): fields is Record<string, unknown> & Content {
  const { id, type, schemaVersion, data, people, metadata } = fields;
  const isNamed = typeof id === 'string' && isUuid(id) && isText(type) && isCount(schemaVersion);
  const isSealed = people === null || (typeof people === 'string' && SEALED.test(people));
  return isNamed && isSealed && typeof data === 'object' && data !== null && isMetadata(metadata);
}

/** Whether the value has the form of the metadata: see `METADATA_FIELDS`. */
function isMetadata(value: unknown): value is Content['metadata'] {
  if (!Array.isArray(value) || value.length !== 7) return false;
  const [recordedAt, effectiveDay, actor, role, correlationId, causationId, rowDigest] = value as unknown[];
  if (typeof recordedAt !== 'string' || parseInstant(recordedAt) !== recordedAt) return false;
  if (effectiveDay !== null && (typeof effectiveDay !== 'string' || !parseDay(effectiveDay))) return false;
  if (rowDigest !== null && typeof rowDigest !== 'string') return false;
  return [actor, role, correlationId, causationId].every((each) => typeof each === 'string');
}

/** The texts of the data and the metadata; undefined where a value is nested too deeply to be written. */
function textsOf(data: object, metadata: readonly unknown[]): { data: string; metadata: string } | undefined {
  try {
    return { data: JSON.stringify(data), metadata: JSON.stringify(metadata) };
  } catch {
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
