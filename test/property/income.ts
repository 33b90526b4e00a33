import type { Allocation, Territory, Threshold } from './territory';

/** The income in cents, or null for an empty cell. It is at a bound of the lease's year times the units, a cent beside it, or anywhere. */
export function incomeCell(of: Territory, { income, adults, children }: Allocation, year: number): number | null {
  if (income.kind === 'none') return null;
  const threshold = of.thresholds.find((each) => each?.fixed === year);
  if (income.kind === 'free' || !threshold) return income.free;
  const tenthsOfUnits = 10 + 5 * (adults - 1) + 3 * children;
  const bound = boundOf(threshold[income.form], income.bound);
  // The greatest whole cent at or below the bound, plus the chosen difference.
  return Math.floor((bound * tenthsOfUnits) / 10) + income.cents;
}

/** The chosen bound, or the last known one. */
function boundOf({ known, q1, to2, to3 }: Threshold, asked: number): number {
  const bounds = [q1, q1 + to2, q1 + to2 + to3].slice(0, known);
  return bounds[Math.min(asked, bounds.length - 1)]!;
}
