import { typedDay } from '../format/days';
import { oneOf } from './search';
import { useAddress } from './address';

/** The instant as of which the reader looks, as the address says it: a day, whose end is meant, or an instant; undefined: now. */
export const useAsOf = (): string | undefined => oneOf(useAddress().search, 'as-of');

/** The parameter that every read of the API takes: `{ 'as-of': … }`, or nothing. */
export function useAsOfParameter(): { readonly 'as-of'?: string } {
  const asOf = useAsOf();
  return asOf === undefined ? {} : { 'as-of': asOf };
}

/** What a person typed, `JJ/MM/AAAA` or `JJ/MM/AAAA HH:MM` in the time of the browser, as the API takes it; undefined where it is neither. */
export function typedAsOf(text: string): string | undefined {
  const [dayText = '', hour, ...rest] = text.trim().split(/\s+/);
  const day = typedDay(dayText);
  if (day === undefined || rest.length > 0) return undefined;
  if (hour === undefined) return day;
  if (!/^([01]?\d|2[0-3])[:h][0-5]\d$/.test(hour)) return undefined;
  return new Date(`${day}T${hour.replace('h', ':').padStart(5, '0')}:00`).toISOString();
}

/** The last day of the month before the one of `today`, `AAAA-MM-JJ`. */
export function endOfLastMonth(today: Date): string {
  return new Date(Date.UTC(today.getFullYear(), today.getMonth(), 0)).toISOString().slice(0, 10);
}
