interface Named {
  readonly code: string;
  readonly name: string;
  readonly current: string;
}
type Communes = ReadonlyMap<string, Named>;

/** A swap of neighbours is the commonest slip of the hand: it costs less than any other. */
const SWAP = 2;
const OTHER = 3;
const FARTHEST_CODE = 3 * OTHER;

/**
 * The code nearest to a wrong one: a lost leading zero, then swapped digits, then the fewest edits, then the nearest number; in the
 * same département first. Undefined where nothing is near.
 */
export function nearestByCode(wrong: string, communes: Communes): string | undefined {
  if (communes.has(`0${wrong}`)) return `0${wrong}`;
  const department = wrong.slice(0, 2);
  // A code of the past is accepted in a file, but nobody is led to write one.
  const codes = [...communes.values()].filter((commune) => commune.current === commune.code).map(({ code }) => code);
  return (
    bestCode(
      wrong,
      codes.filter((code) => code.startsWith(department)),
    ) ?? bestCode(wrong, codes)
  );
}

function bestCode(wrong: string, codes: readonly string[]): string | undefined {
  let best: { code: string; rank: readonly [number, number] } | undefined;
  for (const code of codes) {
    const cost = editCost(wrong, code);
    if (cost > FARTHEST_CODE || (best && cost > best.rank[0])) continue;
    const rank = [cost, Math.abs(numberOf(code) - numberOf(wrong))] as const;
    if (!best || isBefore(rank, best.rank) || (same(rank, best.rank) && code < best.code)) best = { code, rank };
  }
  return best?.code;
}

/** The code of the commune whose name is nearest, accents, case and hyphens aside. */
export function nearestByName(wrong: string, communes: Communes): string | undefined {
  const name = plain(wrong);
  let best: { code: string; cost: number } | undefined;
  for (const commune of communes.values()) {
    if (commune.current !== commune.code) continue;
    const other = plain(commune.name);
    if (Math.abs(other.length - name.length) > 3) continue;
    const cost = editCost(name, other);
    if (cost <= name.length && (!best || cost < best.cost || (cost === best.cost && commune.code < best.code)))
      best = { code: commune.code, cost };
  }
  return best?.code;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Corsican codes count as numbers too, so that every code has a place among the others. */
function numberOf(code: string): number {
  return parseInt(code.replace('A', '0').replace('B', '1'), 10);
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index >= 0 && a[index]! < b[index]!;
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, position) => value === b[position]);
}

/** Weighted edit distance with swaps of neighbours (optimal string alignment). */
function editCost(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column * OTHER);
  for (let row = 1; row <= a.length; row++) {
    const line = [row * OTHER];
    for (let column = 1; column <= b.length; column++) {
      const change = last[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : OTHER);
      let cost = Math.min(change, last[column]! + OTHER, line[column - 1]! + OTHER);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, beforeLast[column - 2]! + SWAP);
      line.push(cost);
    }
    beforeLast = last;
    last = line;
  }
  return last[b.length]!;
}
