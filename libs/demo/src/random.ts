/** A seeded source of integers: the same seed gives the same draws on every machine. */
export interface Random {
  /** An integer from 0 to `bound` − 1. */
  below(bound: number): number;
  /** An integer from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True `percent` times out of a hundred. */
  chance(percent: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the values, chosen in proportion to its weight. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T;
  shuffle<T>(items: readonly T[]): T[];
  /** Exactly `count` of the items, in their order. A heavier item is more likely to be among them. */
  exactly<T>(count: number, items: readonly T[], weightOf: (item: T) => number): T[];
}

/** Marsaglia's xorshift on 32 bits. It is short, uses integers only, and is good enough for fictitious figures. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed ^ 0x2545f491, 0x9e3779b1) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  // The first draws of neighbouring seeds are similar, so they are skipped.
  for (let warmUp = 0; warmUp < 16; warmUp += 1) next();
  return drawsFrom(next);
}

function drawsFrom(next: () => number): Random {
  const below = (bound: number): number => next() % bound;
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (percent) => below(100) < percent,
    pick: (items) => items[below(items.length)]!,
    weighted: (choices) => {
      let rest = below(choices.reduce((sum, [, weight]) => sum + weight, 0));
      return choices.find(([, weight]) => (rest -= weight) < 0)![0];
    },
    shuffle: (items) => {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
      }
      return shuffled;
    },
    exactly: (count, items, weightOf) => {
      const drawn = items.map((item, index) => ({ item, index, key: Math.floor(next() / weightOf(item)) }));
      drawn.sort((a, b) => a.key - b.key || a.index - b.index);
      return drawn
        .slice(0, count)
        .sort((a, b) => a.index - b.index)
        .map(({ item }) => item);
    },
  };
}

/** Splits `total` into `count` unequal whole parts of at least `least` each. */
export function splitExactly(random: Random, total: number, count: number, least: number): number[] {
  const weights = Array.from({ length: count }, () => random.between(10, 100));
  const sum = weights.reduce((a, b) => a + b, 0);
  const rest = total - least * count;
  const parts = weights.map((weight) => least + Math.floor((rest * weight) / sum));
  const short = total - parts.reduce((a, b) => a + b, 0);
  return parts.map((part, index) => (index < short ? part + 1 : part));
}
