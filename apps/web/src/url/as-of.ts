import { useAddress } from './address';
import { asOfIn } from './typed-days';

/** The instant as of which the reader looks, as the address says it: a day, whose end is meant, or an instant; undefined: now. */
export const useAsOf = (): string | undefined => asOfIn(useAddress().search);

/** The parameter that every read of the API takes: `{ 'as-of': … }`, or nothing. */
export function useAsOfParameter(): { readonly 'as-of'?: string } {
  const asOf = useAsOf();
  return asOf === undefined ? {} : { 'as-of': asOf };
}

/** The last day of the month before the one of `today`, `AAAA-MM-JJ`. */
export function endOfLastMonth(today: Date): string {
  return new Date(Date.UTC(today.getFullYear(), today.getMonth(), 0)).toISOString().slice(0, 10);
}
