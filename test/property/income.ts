import type { Allocation, Territory, Threshold } from './territory';

/** Cents, or null for an empty cell: on a bound of the lease's year times the units, a cent beside it, or anywhere. */
export function incomeCell(of: Territory, { income, adults, children }: Allocation, year: number): number | null {
  if (income.kind === 'none') return null;
  const threshold = of.thresholds.find((each) => each?.fixed === year);
  if (income.kind === 'free' || !threshold) return income.free;
  const tenthsOfUnits = 10 + 5 * (adults - 1) + 3 * children;
  const bound = boundOf(threshold[income.form], income.bound);
  // The greatest whole cent at or below the bound, then the chosen one beside it.
  return Math.floor((bound * tenthsOfUnits) / 10) + income.cents;
}

/** The bound asked for, or the last one known. */
function boundOf({ known, q1, to2, to3 }: Threshold, asked: number): number {
  const bounds = [q1, q1 + to2, q1 + to2 + to3].slice(0, known);
  return bounds[Math.min(asked, bounds.length - 1)]!;
}
