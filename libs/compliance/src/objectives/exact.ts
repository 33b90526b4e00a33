import type { Share } from '#kernel';

/** A fraction in its lowest terms, with a denominator above 0. It may be negative. Reckoned in big integers, since the products may be large. */
export function fraction(numerator: bigint, denominator: bigint): Share {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = sign * greatestDivisor(numerator, denominator);
  return { numerator: Number(numerator / divisor), denominator: Number(denominator / divisor) };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [one, other] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (other !== 0n) [one, other] = [other, one % other];
  return one;
}
