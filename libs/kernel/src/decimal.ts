/** A number that is not negative, as exact decimal text with a point: `33.25`, without leading or trailing zeros. Any length. */
export type Decimal = string;

/** Negative, zero or positive where a < b, a = b, a > b. Exact for any number of decimals. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [wholeA = '', decimalsA = ''] = a.split('.');
  const [wholeB = '', decimalsB = ''] = b.split('.');
  if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length;
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  // Without trailing zeros, decimals compare as text.
  return decimalsA === decimalsB ? 0 : decimalsA < decimalsB ? -1 : 1;
}
