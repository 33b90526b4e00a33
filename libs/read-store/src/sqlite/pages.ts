import type { CursorKey } from '../cursor';
import type { FieldValue, FindQuery } from '../port';
import { equalClause, type Clause } from './conditions';
import { columnName } from './schema';

type Sort = NonNullable<FindQuery['sort']>;

/** `ORDER BY` of the columns, then of the id in the direction of the last column, which an index reads either way. */
export function orderBy(sort: Sort): string {
  const terms = sort.map(({ column, direction }) => `${columnName(column)} ${direction.toUpperCase()}`);
  return `ORDER BY ${[...terms, `id ${(sort.at(-1)?.direction ?? 'asc').toUpperCase()}`].join(', ')}`;
}

/**
 * What follows a key in the order of the sort, as ranges to read one after the other: first the ids left with all the same
 * values, then the next values of the last column, up to the first. Each is one range of an index, where a single
 * condition with `OR` would read all the earlier pages again.
 */
export function rangesAfter(sort: Sort, key: CursorKey): readonly (readonly Clause[])[] {
  const direction = sort.at(-1)?.direction ?? 'asc';
  const ranges: Clause[][] = [
    [...equals(sort, key, sort.length), { sql: direction === 'asc' ? 'id > ?' : 'id < ?', params: [key.id] }],
  ];
  for (let at = sort.length - 1; at >= 0; at--) {
    const { column, direction: order } = sort[at]!;
    for (const next of nextValues(columnName(column), order, key.values[at]!))
      ranges.push([...equals(sort, key, at), next]);
  }
  return ranges;
}

function equals(sort: Sort, key: CursorKey, count: number): Clause[] {
  return sort.slice(0, count).map(({ column }, at) => equalClause(columnName(column), key.values[at]!));
}

/** Nulls come first in `asc`, last in `desc`. */
function nextValues(name: string, direction: 'asc' | 'desc', value: FieldValue): Clause[] {
  if (direction === 'asc')
    return [value === null ? { sql: `${name} IS NOT NULL`, params: [] } : { sql: `${name} > ?`, params: [value] }];
  return value === null
    ? []
    : [
        { sql: `${name} < ?`, params: [value] },
        { sql: `${name} IS NULL`, params: [] },
      ];
}
