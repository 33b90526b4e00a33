/** An exact fraction of whole numbers: shares are compared by their cross products, never as floating numbers. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** Negative, zero or positive where a < b, a = b, a > b. Both denominators are above 0. */
export function compareShares(a: Share, b: Share): number {
  const [product, other] = [a.numerator * b.denominator, b.numerator * a.denominator];
  // Nearly all products are safe integers, and then the difference is exact.
  if (Number.isSafeInteger(product) && Number.isSafeInteger(other)) return product - other;
  const left = BigInt(a.numerator) * BigInt(b.denominator);
  const right = BigInt(b.numerator) * BigInt(a.denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The unrounded rate of a figure; null where the denominator is 0. */
export function rateOf(share: Share): number | null {
  return share.denominator === 0 ? null : share.numerator / share.denominator;
}
