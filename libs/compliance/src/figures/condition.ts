import type { AllocationFact } from './allocation-fact';

/** The facts of a lease that figures read. A stored lease has a column for each, so that lists can be filtered by them too. */
export type Traits = Pick<
  AllocationFact,
  | 'quartile'
  | 'note'
  | 'inQpv'
  | 'firstLetting'
  | 'cancelled'
  | 'transfer'
  | 'priority'
  | 'homeWork'
  | 'essentialWorker'
  | 'rehoused'
>;
/** Facts that are yes, no or unknown. A condition only asks whether such a fact is yes: for it, unknown is the same as no. */
type FlagTrait = Exclude<keyof Traits, 'quartile' | 'note'>;
type ValueTrait = 'quartile' | 'note';

/**
 * A condition is defined once and used in two ways: `holds` tests it on the facts of a lease, and
 * lists/figure-conditions.ts turns it into a query of the store.
 */
export type Condition =
  | { readonly kind: 'is'; readonly trait: ValueTrait; readonly values: readonly Traits[ValueTrait][] }
  | { readonly kind: 'yes' | 'notYes'; readonly trait: FlagTrait }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'kept'; readonly bit: number; readonly is: Condition };

/** The fact is one of these values. Unknown (null) is a value like another. */
export function is<Of extends ValueTrait>(trait: Of, ...values: readonly Traits[Of][]): Condition {
  return { kind: 'is', trait, values };
}

export function yes(trait: FlagTrait): Condition {
  return { kind: 'yes', trait };
}

/** No, or unknown. */
export function notYes(trait: FlagTrait): Condition {
  return { kind: 'notYes', trait };
}

/** All the conditions hold; an empty list of conditions always holds. */
export function all(...of: readonly Condition[]): Condition {
  const flat = of.flatMap((each) => (each.kind === 'all' ? each.of : [each]));
  return flat.length === 1 ? flat[0]! : { kind: 'all', of: flat };
}

/** At least one of the conditions holds. A query of the store requires all its conditions on columns, so this condition must be `kept`. */
export function any(...of: readonly Condition[]): Condition {
  return { kind: 'any', of };
}

/** A condition whose result is stored with the lease, as this bit (1, 2, 4…) of the column `contributes`. */
export function kept(bit: number, condition: Condition): Condition {
  return { kind: 'kept', bit, is: condition };
}

export function holds(condition: Condition, traits: Traits): boolean {
  switch (condition.kind) {
    case 'is':
      return condition.values.includes(traits[condition.trait]);
    case 'yes':
      return traits[condition.trait] === 1;
    case 'notYes':
      return traits[condition.trait] !== 1;
    case 'all':
      return condition.of.every((each) => holds(each, traits));
    case 'any':
      return condition.of.some((each) => holds(each, traits));
    case 'kept':
      return holds(condition.is, traits);
  }
}

/** The conditions that must hold at once. */
export function termsOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.of : [condition];
}

/**
 * Whether the first condition clearly holds only where the other holds too: each term of the other is also a term of
 * the first, or allows more values.
 */
export function implies(one: Condition, other: Condition): boolean {
  return termsOf(other).every((wide) => termsOf(one).some((narrow) => isWithin(narrow, wide)));
}

function isWithin(narrow: Condition, wide: Condition): boolean {
  if (narrow.kind === 'is' && wide.kind === 'is' && narrow.trait === wide.trait)
    return narrow.values.every((value) => wide.values.includes(value));
  return JSON.stringify(narrow) === JSON.stringify(wide);
}

/** The condition, and all the conditions of which it is made. */
export function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [condition, ...condition.of.flatMap(partsOf)];
    case 'kept':
      return [condition, ...partsOf(condition.is)];
    default:
      return [condition];
  }
}
