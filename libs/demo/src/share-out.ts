/** Splits a whole number in proportion to weights, by the largest remainders. The parts are whole, and their sum is the number. */
export function shareOut<Key>(total: number, weights: readonly (readonly [Key, number])[]): Map<Key, number> {
  const sum = weights.reduce((all, [, weight]) => all + weight, 0);
  const parts = weights.map(([key, weight], index) => ({
    key,
    index,
    whole: Math.floor((total * weight) / sum),
    rest: (total * weight) % sum,
  }));
  const missing = total - parts.reduce((all, { whole }) => all + whole, 0);
  const byRest = [...parts].sort((a, b) => b.rest - a.rest || a.index - b.index);
  const rounded = new Set(byRest.slice(0, missing).map(({ key }) => key));
  return new Map(parts.map(({ key, whole }) => [key, rounded.has(key) ? whole + 1 : whole]));
}

/** A percentage of a whole number, to the nearest whole, half up. */
export function percentOf(percent: number, total: number): number {
  return Math.floor((percent * total + 50) / 100);
}
