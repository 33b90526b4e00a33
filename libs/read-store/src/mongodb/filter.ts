import type { Document, Filter } from '#mongodb';
import { ID, type Comparison } from '../comparisons';
import { columnField } from '../generation';
import { idDirection, type Sort } from '../pages';
import type { Kept } from './documents';

const OPERATORS = { '=': '$eq', '≠': '$ne', '>=': '$gte', '>': '$gt', '<=': '$lte', '<': '$lt' } as const;

/** A column always holds a value, null at least, and a bound compares within its own type: null is the store's as it is the port's. */
export function filterOf(comparisons: readonly Comparison[]): Filter<Kept> {
  return comparisons.length === 0 ? {} : { $and: comparisons.map(conditionOf) };
}

/** Nulls come before every number and text. */
export function sortOf(sort: Sort): Record<string, 1 | -1> {
  const order = ({ direction }: Pick<Sort[number], 'direction'>): 1 | -1 => (direction === 'asc' ? 1 : -1);
  const terms = sort.map((term) => [columnField(term.column), order(term)] as const);
  return { ...Object.fromEntries(terms), _id: order({ direction: idDirection(sort) }) };
}

function conditionOf(comparison: Comparison): Document {
  if (comparison.is === 'any of') return { $or: comparison.comparisons.map(conditionOf) };
  const field = comparison.field === ID ? '_id' : columnField(comparison.field);
  if (comparison.is === 'in') return { [field]: { $in: comparison.values } };
  return { [field]: { [OPERATORS[comparison.is]]: comparison.value } };
}
