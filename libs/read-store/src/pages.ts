import { CodedError, type Json, type JsonObject } from '#kernel';
import { comparisonsOf, ID, type Comparison } from './comparisons';
import { decodeCursor, encodeCursor, type CursorKey } from './cursor';
import { collectionOf, columnConverter, columnType } from './definition';
import type { FieldValue, FindQuery, Page, ReadModel, StoredDocument } from './port';

export type Direction = 'asc' | 'desc';
export type Sort = NonNullable<FindQuery['sort']>;

/** Equal documents are ordered by id, in the direction of the last column, so that one index serves both directions. */
export function idDirection(sort: Sort): Direction {
  return sort.at(-1)?.direction ?? 'asc';
}

/**
 * The ranges to read for a page, one after the other in the order of the sort, until `limit` + 1 documents are found.
 * No range where the scope allows no document.
 * @throws CodedError `invalid-limit`, `unknown-collection`, `unknown-column`, `invalid-condition`, `stale-cursor`
 */
export function rangesOf(model: ReadModel, query: FindQuery): readonly (readonly Comparison[])[] {
  if (!Number.isSafeInteger(query.limit) || query.limit < 1)
    throw new CodedError('invalid-limit', 'a page holds at least one document');
  const collection = collectionOf(model.definition, query.collection);
  const sort = query.sort ?? [];
  sort.forEach(({ column }) => columnType(collection, column));
  const comparisons = comparisonsOf(collection, query);
  const ranges = query.cursor === undefined ? [[]] : rangesAfter(sort, decodeCursor(model, query, query.cursor));
  return comparisons ? ranges.map((range) => [...comparisons, ...range]) : [];
}

/** The page made of the documents found in the ranges. One document more than the limit shows that there is another page. */
export function pageOf<Body>(model: ReadModel, query: FindQuery, found: readonly StoredDocument<Body>[]): Page<Body> {
  const documents = found.slice(0, query.limit);
  return { documents, next: found.length > query.limit ? cursorAt(model, query, documents.at(-1)!) : null };
}

/** The query in the opposite order, for what comes before a document. It must be sorted by a column at least. */
export function reversed(query: FindQuery): FindQuery {
  const sort = (query.sort ?? []).map(({ column, direction }) => ({
    column,
    direction: direction === 'asc' ? ('desc' as const) : ('asc' as const),
  }));
  return { ...query, sort };
}

/** The cursor of what comes after the document, in the order of the query. */
export function cursorAt<Body>(model: ReadModel, query: FindQuery, { id, body }: StoredDocument<Body>): string {
  const collection = collectionOf(model.definition, query.collection);
  const values = (query.sort ?? []).map(({ column }) => {
    const value = (body as JsonObject)[column] as Json | undefined;
    return columnConverter(column, columnType(collection, column))(value);
  });
  return encodeCursor(model, query, { values, id });
}

/**
 * The ranges after a key in the order of the sort. First come the greater ids with the same values, then the next
 * values of the last column, and so on up to the first column. Each range is one part of an index; one condition with
 * "or" would read all earlier pages again.
 */
function rangesAfter(sort: Sort, key: CursorKey): readonly (readonly Comparison[])[] {
  const isAscending = idDirection(sort) === 'asc';
  const ranges: Comparison[][] = [
    [...equals(sort, key, sort.length), { field: ID, is: isAscending ? '>' : '<', value: key.id }],
  ];
  for (let at = sort.length - 1; at >= 0; at--) {
    const { column, direction } = sort[at]!;
    for (const next of nextValues(column, direction, key.values[at]!)) ranges.push([...equals(sort, key, at), next]);
  }
  return ranges;
}

function equals(sort: Sort, key: CursorKey, count: number): Comparison[] {
  return sort.slice(0, count).map(({ column }, at) => ({ field: column, is: '=', value: key.values[at]! }));
}

/** The comparisons for the values after this one. Nulls come first in `asc`, last in `desc`. */
function nextValues(field: string, direction: Direction, value: FieldValue): Comparison[] {
  if (direction === 'asc') return value === null ? [{ field, is: '≠', value }] : [{ field, is: '>', value }];
  if (value === null) return [];
  return [
    { field, is: '<', value },
    { field, is: '=', value: null },
  ];
}

/** Reads all documents page by page. Stops and returns false when `visit` returns false. */
export async function eachDocument<Body>(
  model: ReadModel,
  query: FindQuery,
  visit: (document: StoredDocument<Body>) => boolean,
): Promise<boolean> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await model.find<Body>(cursor === undefined ? query : { ...query, cursor });
    for (const document of page.documents) if (!visit(document)) return false;
    cursor = page.next;
  }
  return true;
}
