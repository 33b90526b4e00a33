import type { Condition, FieldValue, Where } from '#read-store';

type Asked = FieldValue | Condition;

/** Conditions that both hold, column by column. Where both name a column, neither may be a range. */
export function bothConditions(one: Where, other: Where): Where {
  const both: Record<string, Asked> = { ...one };
  for (const [column, asked] of Object.entries(other)) {
    const known = one[column];
    both[column] = known === undefined ? asked : common(known, asked);
  }
  return both;
}

/** The values that both conditions allow. */
function common(one: Asked, other: Asked): Asked {
  if (isNot(one)) return isNot(other) ? bothNot(one, other) : without(other, one.not);
  if (isNot(other)) return without(one, other.not);
  const wanted = valuesOf(other);
  return oneOf(valuesOf(one).filter((value) => wanted.includes(value)));
}

function without(asked: Asked, value: FieldValue): Asked {
  return oneOf(valuesOf(asked).filter((each) => each !== value));
}

function bothNot(one: { readonly not: FieldValue }, other: { readonly not: FieldValue }): Asked {
  if (one.not !== other.not) throw new Error('two different exclusions of one column');
  return one;
}

/** A store takes null as the only value, but not within a list of values. */
function oneOf(values: readonly FieldValue[]): Asked {
  return values.length === 1 ? values[0]! : { in: values.filter((value) => value !== null) };
}

function valuesOf(asked: Asked): readonly FieldValue[] {
  if (asked === null || typeof asked !== 'object') return [asked];
  if (!('in' in asked)) throw new Error('a range has no list of values');
  return asked.in;
}

function isNot(asked: Asked): asked is { readonly not: FieldValue } {
  return typeof asked === 'object' && asked !== null && 'not' in asked;
}
