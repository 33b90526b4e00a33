import { CodedError } from '#kernel';
import { columnType } from '../definition';
import type { CollectionDefinition, Condition, FieldValue, Selection } from '../port';
import { columnName } from './schema';

/** One SQL condition and the values bound to it. */
export interface Clause {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** Sorts after whatever may follow a prefix. */
const LAST = '\u{10ffff}';
const COMPARISONS = { gte: '>=', gt: '>', lte: '<=', lt: '<' } as const;

/**
 * What the query and the scope both let through; null where the scope lets nothing through.
 * @throws CodedError `unknown-column`, `invalid-condition`
 */
export function clausesOf(
  collection: CollectionDefinition,
  { scope, where = {}, idPrefix }: Pick<Selection, 'scope' | 'where' | 'idPrefix'>,
): readonly Clause[] | null {
  const clauses = Object.entries(where).flatMap(([column, condition]) =>
    conditionClauses(collection, column, condition),
  );
  if (idPrefix !== undefined) clauses.push({ sql: 'id >= ? AND id < ?', params: [idPrefix, idPrefix + LAST] });
  if (scope.kind === 'all') return clauses;
  const column = scope.kind === 'none' ? undefined : collection.scopes?.[scope.kind];
  if (scope.kind === 'none' || column === undefined) return null;
  return [...clauses, inClause(columnName(column), scope.codes)];
}

/** `column = value`, null included. */
export function equalClause(name: string, value: FieldValue): Clause {
  return value === null ? { sql: `${name} IS NULL`, params: [] } : { sql: `${name} = ?`, params: [value] };
}

function conditionClauses(
  collection: CollectionDefinition,
  column: string,
  condition: FieldValue | Condition,
): Clause[] {
  const accepts = columnType(collection, column) === 'text' ? 'string' : 'number';
  const name = columnName(column);
  const check = (value: unknown): void => {
    if (typeof value !== accepts) throw invalid(column);
  };
  if (condition === null || typeof condition !== 'object') {
    if (condition !== null) check(condition);
    return [equalClause(name, condition)];
  }
  if ('in' in condition) {
    condition.in.forEach(check);
    return [inClause(name, condition.in)];
  }
  if ('not' in condition) {
    if (condition.not === null) return [{ sql: `${name} IS NOT NULL`, params: [] }];
    check(condition.not);
    return [{ sql: `${name} IS NOT ?`, params: [condition.not] }];
  }
  return rangeClauses(column, condition, check);
}

function rangeClauses(column: string, range: object, check: (value: unknown) => void): Clause[] {
  const bounds = Object.entries(range).filter(([, value]) => value !== undefined);
  if (bounds.length === 0) throw invalid(column);
  return bounds.map(([key, value]) => {
    check(value);
    if (!Object.hasOwn(COMPARISONS, key)) throw invalid(column);
    return {
      sql: `${columnName(column)} ${COMPARISONS[key as keyof typeof COMPARISONS]} ?`,
      params: [value as string | number],
    };
  });
}

/** One bound value whatever the length: the statement is prepared once and no limit on variables is met. */
function inClause(name: string, values: readonly (string | number)[]): Clause {
  return { sql: `${name} IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(values)] };
}

function invalid(column: string): CodedError {
  return new CodedError('invalid-condition', `a condition on ${column} has no sense for its type`, { column });
}
