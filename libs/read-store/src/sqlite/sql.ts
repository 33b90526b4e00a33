import { ID, type Comparison } from '../comparisons';
import { idDirection, type Sort } from '../pages';
import { columnName } from './schema';

export type Param = string | number;

/** A piece of SQL and the values bound to it. */
export interface Clause {
  readonly sql: string;
  readonly params: readonly Param[];
}

/** The text ` WHERE …`; empty where there is no comparison. */
export function whereClause(comparisons: readonly Comparison[]): Clause {
  const { sql, params } = joined(comparisons, ' AND ');
  return { sql: comparisons.length === 0 ? '' : ` WHERE ${sql}`, params };
}

export function orderBy(sort: Sort): string {
  const terms = sort.map(({ column, direction }) => `${columnName(column)} ${direction.toUpperCase()}`);
  return `ORDER BY ${[...terms, `id ${idDirection(sort).toUpperCase()}`].join(', ')}`;
}

function joined(comparisons: readonly Comparison[], by: ' AND ' | ' OR '): Clause {
  const clauses = comparisons.map(clauseOf);
  return { sql: clauses.map(({ sql }) => sql).join(by), params: clauses.flatMap(({ params }) => params) };
}

function clauseOf(comparison: Comparison): Clause {
  if (comparison.is === 'any of') {
    const { sql, params } = joined(comparison.comparisons, ' OR ');
    return { sql: `(${sql})`, params };
  }
  const name = comparison.field === ID ? 'id' : columnName(comparison.field);
  // The list is one bound value of any length: the statement is prepared once, and no limit on variables applies.
  if (comparison.is === 'in')
    return { sql: `${name} IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(comparison.values)] };
  const { is, value } = comparison;
  if (value === null) return { sql: `${name} IS ${is === '=' ? '' : 'NOT '}NULL`, params: [] };
  return { sql: `${name} ${is === '≠' ? 'IS NOT' : is} ?`, params: [value] };
}
