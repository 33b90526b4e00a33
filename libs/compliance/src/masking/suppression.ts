/** A count under this is masked for who may only read figures (process.md, « Roles »). */
export const LEAST_SHOWN = 11;

/** Cells that add up, with what is not printed. The reader may know the total, from another line or from another report. */
export interface Sum {
  /** Indexes of cells. */
  readonly parts: readonly number[];
  /** The index of the cell that shows the total; absent where it is shown elsewhere. */
  readonly total?: number;
  /** What belongs to the total and is no cell. Absent where the parts are all of it. */
  readonly rest?: number;
}

/** Whether a count is of so few that it must not be told. A zero is about nobody: telling it tells of nobody. */
export function isSmall(count: number): boolean {
  return count > 0 && count < LEAST_SHOWN;
}

/**
 * The cells to mask so that no sum gives a small count back: the small ones, then as few others as it takes, the smallest first. What the masked
 * cells of a sum add up to can be computed, so it is never small itself, and no system of the sums has one solution for a small cell.
 * Zeros are taken as known.
 * @param also cells that are masked in any case
 */
export function suppressed(
  counts: readonly number[],
  sums: readonly Sum[],
  also: Iterable<number> = [],
): ReadonlySet<number> {
  const masked = new Set<number>(also);
  counts.forEach((count, cell) => isSmall(count) && masked.add(cell));
  // What hides a cell within its own commune hides it in the territory too: the narrow sums come first.
  const narrowFirst = [...sums].sort((a, b) => a.parts.length - b.parts.length);
  const positive = counts.flatMap((count, cell) => (count > 0 ? [cell] : []));
  // Where a known total has one part only, no mask helps: whoever knows the one knows the other.
  const lost = new Set(determined(positive, sums));
  for (;;) {
    const next = disclosed(counts, narrowFirst, masked) ?? solved({ counts, sums, masked, lost });
    if (next === undefined) return masked;
    masked.add(next);
  }
}

/** The next cell to mask because one sum alone tells too much; undefined where none does. */
function disclosed(counts: readonly number[], sums: readonly Sum[], masked: ReadonlySet<number>): number | undefined {
  for (const { parts, total, rest } of sums) {
    const hidden = parts.filter((cell) => masked.has(cell) && counts[cell]! > 0);
    const isTotalHidden = total !== undefined && masked.has(total) && counts[total]! > 0;
    const unseen = hidden.reduce((sum, cell) => sum + counts[cell]!, rest ?? 0);
    const unknowns = hidden.length + (isTotalHidden ? 1 : 0) + (rest ? 1 : 0);
    const isTold = unknowns === 1 && hidden.length + (isTotalHidden ? 1 : 0) === 1;
    const isFew = !isTotalHidden && isSmall(unseen);
    if (!isTold && !isFew) continue;
    const next = smallestShown(parts, counts, masked) ?? (isTold && !isTotalHidden ? total : undefined);
    if (next !== undefined) return next;
  }
  return undefined;
}

/** The next cell to mask because several sums together give back a small one: the nearest, or any where all of its own sums are masked. */
function solved({
  counts,
  sums,
  masked,
  lost,
}: {
  readonly counts: readonly number[];
  readonly sums: readonly Sum[];
  readonly masked: ReadonlySet<number>;
  readonly lost: ReadonlySet<number>;
}): number | undefined {
  if (sums.length < 2) return undefined;
  const unknowns = [...masked].filter((cell) => counts[cell]! > 0);
  const cellsOf = (some: readonly Sum[]): readonly number[] =>
    some.flatMap(({ parts, total }) => (total === undefined ? parts : [...parts, total]));
  for (const cell of determined(unknowns, sums)) {
    if (!isSmall(counts[cell]!) || lost.has(cell)) continue;
    const own = cellsOf(sums.filter(({ parts, total }) => parts.includes(cell) || total === cell));
    const next = smallestShown(own, counts, masked) ?? smallestShown(cellsOf(sums), counts, masked);
    if (next !== undefined) return next;
  }
  return undefined;
}

function smallestShown(
  cells: readonly number[],
  counts: readonly number[],
  masked: ReadonlySet<number>,
): number | undefined {
  const shown = cells.filter((cell) => !masked.has(cell) && counts[cell]! > 0);
  return shown.reduce<number | undefined>(
    (least, cell) => (least === undefined || counts[cell]! < counts[least]! ? cell : least),
    undefined,
  );
}

/** Sums are matrices of 0 and 1: their rank is the same in whole numbers modulo this prime. */
const PRIME = 32_749;

/**
 * The unknown cells for which the sums have one solution: after elimination, a line with that cell alone. A sum with a hidden rest tells nothing exactly.
 */
export function determined(unknowns: readonly number[], sums: readonly Sum[]): readonly number[] {
  const place = new Map(unknowns.map((cell, at) => [cell, at]));
  const lines = sums.flatMap(({ parts, total, rest }) => {
    if (rest) return [];
    const line = new Array<number>(unknowns.length).fill(0);
    for (const cell of parts) if (place.has(cell)) line[place.get(cell)!] = 1;
    if (total !== undefined && place.has(total)) line[place.get(total)!] = PRIME - 1;
    return line.some((factor) => factor !== 0) ? [line] : [];
  });
  eliminate(lines, unknowns.length);
  return lines.flatMap((line) => {
    const held = line.flatMap((factor, at) => (factor === 0 ? [] : [at]));
    return held.length === 1 ? [unknowns[held[0]!]!] : [];
  });
}

/** Gauss and Jordan, in place. */
function eliminate(lines: number[][], width: number): void {
  let done = 0;
  for (let column = 0; column < width && done < lines.length; column++) {
    const at = lines.findIndex((line, index) => index >= done && line[column] !== 0);
    if (at < 0) continue;
    [lines[done], lines[at]] = [lines[at]!, lines[done]!];
    const pivot = lines[done]!;
    const inverse = power(pivot[column]!, PRIME - 2);
    for (let each = 0; each < width; each++) pivot[each] = (pivot[each]! * inverse) % PRIME;
    for (const line of lines) {
      const factor = line[column]!;
      if (line === pivot || factor === 0) continue;
      for (let each = column; each < width; each++)
        line[each] = (line[each]! + (PRIME - factor) * pivot[each]!) % PRIME;
    }
    done++;
  }
}

function power(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  const half = power(base, Math.floor(exponent / 2));
  const square = (half * half) % PRIME;
  return exponent % 2 === 0 ? square : (square * base) % PRIME;
}
