import type { Condition as StoreCondition, FieldValue, Where } from '#read-store';
import type { Condition } from '../figures/condition';
import { KEPT } from '../figures/counters';
import { PRINTED, UNPRINTED, type FigurePart } from '../figures/definitions';
import type { AllocationDocument } from '../projections/model';
import { bothConditions } from './both-conditions';

/** The column of a stored lease that holds the bits of the kept conditions. */
const KEPT_COLUMN: keyof AllocationDocument = 'contributes';
const KEPT_SUM = KEPT.reduce((sum, { bit }) => sum + bit, 0);

const WHERE: ReadonlyMap<string, Readonly<Record<FigurePart, Where>>> = new Map(
  [...PRINTED, ...UNPRINTED].map(({ code, numerator, denominator }) => [
    code,
    { numerator: whereOf(numerator), denominator: whereOf(denominator) },
  ]),
);

/** The stored leases that a figure counts in that part; undefined where no figure has the code. */
export function figureConditions(code: string, part: FigurePart): Where | undefined {
  return WHERE.get(code)?.[part];
}

/**
 * The condition as a query of the store: conditions on columns, all of which must hold.
 * @throws where the store has no such query
 */
export function whereOf(condition: Condition): Where {
  switch (condition.kind) {
    case 'is':
      return { [condition.trait]: oneOf(condition.values) };
    case 'yes':
      return { [condition.trait]: 1 };
    case 'notYes':
      return { [condition.trait]: { not: 1 } };
    case 'all':
      return condition.of.map(whereOf).reduce(bothConditions, {});
    case 'any':
      return cannotAsk('one condition or another, unless it is kept');
    case 'kept':
      return { [KEPT_COLUMN]: { in: sumsWith(condition.bit) } };
  }
}

/** A store takes no null within a list, so unknown must be the only value. */
function oneOf(values: readonly FieldValue[]): FieldValue | StoreCondition {
  if (values.length === 1) return values[0]!;
  return { in: values.map((value) => value ?? cannotAsk('unknown among other values')) };
}

function cannotAsk(what: string): never {
  throw new Error(`a store cannot be asked for ${what}`);
}

/** Every sum of bits that includes this bit. */
function sumsWith(bit: number): readonly number[] {
  return Array.from({ length: KEPT_SUM }, (_, index) => index + 1).filter((sum) => (sum & bit) !== 0);
}
