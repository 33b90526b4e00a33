import { useHead } from '../api/head';
import { useAddress } from './address';
import { civilPeriod, periodIn, type Period } from './period';

const YEARS_WITHOUT_LEASES = 3;

/** The years that have leases, the latest first; the last few where there is none. */
export function yearsBetween(first: string | null, last: string | null, thisYear: number): readonly number[] {
  const from = first === null ? thisYear - YEARS_WITHOUT_LEASES : Number(first.slice(0, 4));
  const to = Math.max(last === null ? thisYear : Number(last.slice(0, 4)), from);
  return Array.from({ length: to - from + 1 }, (_, index) => to - index);
}

/** The last civil year that is over and has leases; where the only leases are of this year, this year. */
export function lastYearWithLeases(first: string | null, last: string | null, thisYear: number): number {
  if (first === null || last === null) return thisYear - 1;
  return Math.max(Number(first.slice(0, 4)), Math.min(thisYear - 1, Number(last.slice(0, 4))));
}

/** The period of the address, or else the last civil year that is over and has leases. */
export function usePeriod(): { readonly period: Period; readonly years: readonly number[] } {
  const { search } = useAddress();
  const { first, last, thisYear } = useSigningDays();
  return {
    period: periodIn(search) ?? civilPeriod('year', lastYearWithLeases(first, last, thisYear)),
    years: yearsBetween(first, last, thisYear),
  };
}

/** The years that a page offers, the latest first. @param isAsked false: those of leases as far as they are known already */
export function useYears(isAsked: boolean): readonly number[] {
  const { first, last, thisYear } = useSigningDays(isAsked);
  return yearsBetween(first, last, thisYear);
}

function useSigningDays(isAsked = true) {
  const { data: head } = useHead(isAsked);
  return { first: head?.firstSigned ?? null, last: head?.lastSigned ?? null, thisYear: new Date().getFullYear() };
}
