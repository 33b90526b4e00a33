import { kindsOf, codesOf, type Scope } from '#access';
import { CodedError } from '#kernel';
import { columnType } from './definition';
import type { CollectionDefinition, Condition, FieldValue, Selection } from './port';

/** Takes the place of a column name where the document id is compared. */
export const ID = Symbol('the id of a document');

export type Bound = '>=' | '>' | '<=' | '<';

/** One comparison that a store can make. For `=` and `≠`, null is a value like any other; null never satisfies a bound. */
export type Comparison =
  | { readonly field: string | typeof ID; readonly is: '=' | '≠'; readonly value: FieldValue }
  | { readonly field: string | typeof ID; readonly is: Bound; readonly value: string | number }
  | { readonly field: string | typeof ID; readonly is: 'in'; readonly values: readonly (string | number)[] }
  | AnyOf;

/** At least one of the comparisons must hold. */
export interface AnyOf {
  readonly is: 'any of';
  readonly comparisons: readonly Comparison[];
}

/** Sorts after every character that may follow a prefix. */
const LAST = '\u{10ffff}';

const BOUNDS: ReadonlyMap<string, Bound> = new Map([
  ['gte', '>='],
  ['gt', '>'],
  ['lte', '<='],
  ['lt', '<'],
]);

/**
 * The comparisons of the query and of the scope, which must all hold; null where the scope allows no document.
 * @throws CodedError `unknown-column`, `invalid-condition`
 */
export function comparisonsOf(
  collection: CollectionDefinition,
  { scope, where = {}, idPrefix }: Pick<Selection, 'scope' | 'where' | 'idPrefix'>,
): readonly Comparison[] | null {
  const comparisons = Object.entries(where).flatMap(([column, condition]) => compare(collection, column, condition));
  if (idPrefix !== undefined) {
    comparisons.push({ field: ID, is: '>=', value: idPrefix }, { field: ID, is: '<', value: idPrefix + LAST });
  }
  if (scope.kind === 'all') return comparisons;
  const within = withinScope(collection, scope);
  return within && [...comparisons, within];
}

/**
 * A row is visible if the codes of at least one kind of the scope cover it; null where the collection declares none of
 * the kinds.
 */
function withinScope({ scopes }: CollectionDefinition, scope: Scope): Comparison | null {
  const covered = kindsOf(scope).flatMap((kind): Comparison[] =>
    [scopes?.[kind] ?? []].flat().map((field) => ({ field, is: 'in', values: codesOf(scope, kind) })),
  );
  if (covered.length > 1) return { is: 'any of', comparisons: covered };
  return covered[0] ?? null;
}

function compare(collection: CollectionDefinition, field: string, condition: FieldValue | Condition): Comparison[] {
  const accepts = columnType(collection, field) === 'text' ? 'string' : 'number';
  const check = (value: unknown): void => {
    if (typeof value !== accepts) throw invalid(field);
  };
  if (condition === null || typeof condition !== 'object') {
    if (condition !== null) check(condition);
    return [{ field, is: '=', value: condition }];
  }
  if ('in' in condition) {
    condition.in.forEach(check);
    return [{ field, is: 'in', values: condition.in }];
  }
  if ('not' in condition) {
    if (condition.not !== null) check(condition.not);
    return [{ field, is: '≠', value: condition.not }];
  }
  return compareRange(field, condition, check);
}

function compareRange(field: string, range: object, check: (value: unknown) => void): Comparison[] {
  const bounds = Object.entries(range).filter(([, value]) => value !== undefined);
  if (bounds.length === 0) throw invalid(field);
  return bounds.map(([key, value]) => {
    const is = BOUNDS.get(key);
    if (!is) throw invalid(field);
    check(value);
    return { field, is, value: value as string | number };
  });
}

function invalid(column: string): CodedError {
  return new CodedError('invalid-condition', `a condition on ${column} does not fit its type`, { column });
}
