import { useAddress } from './address';
import { civilPeriod, periodIn, type Period } from './period';

const YEARS_SHOWN = 8;

/** The period of the address, or else the last civil year that is over. */
export function usePeriod(): { readonly period: Period; readonly years: readonly number[] } {
  const { search } = useAddress();
  const thisYear = new Date().getFullYear();
  const period = periodIn(search) ?? civilPeriod('year', thisYear - 1);
  return { period, years: recentYears() };
}

/** The years that are offered, the newest first. */
export function recentYears(): readonly number[] {
  const thisYear = new Date().getFullYear();
  return Array.from({ length: YEARS_SHOWN }, (_, index) => thisYear - index);
}
