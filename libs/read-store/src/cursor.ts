import { createHash } from 'node:crypto';
import { canonicalJson, CodedError } from '#kernel';
import type { FieldValue, FindQuery, ReadModel } from './port';

/** The end of a page: the sort values and the id of its last document. */
export interface CursorKey {
  readonly values: readonly FieldValue[];
  readonly id: string;
}

/** An opaque text. Only the same query on the same generation accepts it. */
export function encodeCursor(model: ReadModel, query: FindQuery, key: CursorKey): string {
  const cursor = { of: fingerprintOf(model, query), values: key.values, id: key.id };
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws CodedError `stale-cursor` where the cursor was made by another version, generation or query, or is no cursor. */
export function decodeCursor(model: ReadModel, query: FindQuery, text: string): CursorKey {
  const cursor = parse(text);
  if (!cursor || cursor['of'] !== fingerprintOf(model, query)) throw stale();
  const { values, id } = cursor;
  if (typeof id !== 'string' || !Array.isArray(values) || values.length !== (query.sort ?? []).length) throw stale();
  if (!values.every(isFieldValue)) throw stale();
  return { values, id };
}

/**
 * Identifies the generation and the query. The scope is included, so that a reader with another scope cannot use the
 * cursor.
 */
function fingerprintOf(model: ReadModel, { collection, scope, where, idPrefix, sort }: FindQuery): string {
  const query = canonicalJson({ collection, scope, where: where ?? {}, idPrefix, sort: sort ?? [] });
  const digest = createHash('sha256').update(query).digest('base64url');
  return `${model.definition.name}@${model.definition.version}.${model.generation}:${digest}`;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isFieldValue(value: unknown): value is FieldValue {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function stale(): CodedError {
  return new CodedError('stale-cursor', 'the cursor belongs to another version of the model or to another query');
}
