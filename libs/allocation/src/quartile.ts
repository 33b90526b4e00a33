import type { ThresholdFacts } from '#convention';
import type { QuartileFact, SealedAllocationFacts } from './events';

type QuartileInputs = Pick<SealedAllocationFacts, 'income' | 'givenQuartile' | 'personsOf14OrMore' | 'childrenUnder14'>;

/** Consumption units in tenths: 10 for the first person of 14 or more, 5 for each other, 3 for each child under 14 (formats.md, Quartile). */
export function consumptionUnits(personsOf14OrMore: number, childrenUnder14: number): number {
  return 10 + 5 * (personsOf14OrMore - 1) + 3 * childrenUnder14;
}

/**
 * The quartile of a household's income under the bounds of the lease's year. Income at or below bound × units belongs to the
 * lower quartile; above the last bound known it is an open range. A given quartile serves where there is no income, whatever
 * the bounds become; an income in a year without bounds is unknown (formats.md, Quartile).
 */
export function quartileOf(household: QuartileInputs, bounds: ThresholdFacts | undefined): QuartileFact {
  if (household.income === null) return household.givenQuartile;
  if (!bounds) return null;
  const units = consumptionUnits(household.personsOf14OrMore, household.childrenUnder14);
  const within = (bound: number) => household.income! * 10 <= bound * units;
  if (within(bounds.q1)) return 1;
  if (bounds.q2 === null) return '2-4';
  if (within(bounds.q2)) return 2;
  if (bounds.q3 === null) return '3-4';
  return within(bounds.q3) ? 3 : 4;
}

/** Whether a given quartile can be what was computed: within its open range, or the same. */
export function agrees(given: QuartileFact, computed: QuartileFact): boolean {
  if (given === null || computed === null || given === computed) return true;
  if (typeof given !== 'number' || typeof computed === 'number') return false;
  return computed === '2-4' ? given >= 2 : given >= 3;
}
