/** The cost of inserting, deleting or changing a character. */
export const EDIT_COST = 3;
/** Swapping two neighbouring characters is the most frequent typing error, so it costs less. */
const SWAP_COST = 2;

/** The cost of turning one text into the other: the edit distance with swaps of neighbours (optimal string alignment). */
export function editCost(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column * EDIT_COST);
  for (let row = 1; row <= a.length; row++) {
    const line = [row * EDIT_COST];
    for (let column = 1; column <= b.length; column++) {
      const change = last[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : EDIT_COST);
      let cost = Math.min(change, last[column]! + EDIT_COST, line[column - 1]! + EDIT_COST);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, beforeLast[column - 2]! + SWAP_COST);
      line.push(cost);
    }
    beforeLast = last;
    last = line;
  }
  return last[b.length]!;
}
