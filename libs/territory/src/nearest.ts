import { EDIT_COST, editCost } from '#kernel';

interface Named {
  readonly code: string;
  readonly name: string;
  readonly current: string;
}
type Communes = ReadonlyMap<string, Named>;

const FARTHEST_CODE = 3 * EDIT_COST;

/**
 * The code nearest to a wrong one. It tries a lost leading zero, then swapped digits, then the fewest edits, then the
 * nearest number, each first in the same département. Undefined where no code is near.
 */
export function nearestByCode(wrong: string, communes: Communes): string | undefined {
  if (communes.has(`0${wrong}`)) return `0${wrong}`;
  const department = wrong.slice(0, 2);
  // A former code is accepted in a file, but never proposed.
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

/** The code of the commune with the nearest name. Accents, case and hyphens do not matter. */
export function nearestByName(wrong: string, communes: Communes): string | undefined {
  const name = plainName(wrong);
  let best: { code: string; cost: number } | undefined;
  for (const commune of communes.values()) {
    if (commune.current !== commune.code) continue;
    const other = plainName(commune.name);
    if (Math.abs(other.length - name.length) > 3) continue;
    const cost = editCost(name, other);
    if (cost <= name.length && (!best || cost < best.cost || (cost === best.cost && commune.code < best.code)))
      best = { code: commune.code, cost };
  }
  return best?.code;
}

/** A name without its accents, case and hyphens. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Corsican codes become numbers too, so that all codes can be compared. */
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
