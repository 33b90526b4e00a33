const LONG = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHORT = new Intl.DateTimeFormat('fr-FR', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
const INSTANT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' });
const MINUTE = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' });

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** « 28 janvier 2025 », of a day `AAAA-MM-JJ`. */
export const longDay = (day: string): string => LONG.format(utc(day)).replace(/^1 /, '1er ');

/** « 28/01/2025 », of a day `AAAA-MM-JJ`. */
export const shortDay = (day: string): string => SHORT.format(utc(day));

/** « 28 janvier 2025 à 14:05 », of an instant RFC 3339, in the time of the browser. */
export const longInstant = (instant: string): string => INSTANT.format(new Date(instant)).replace(/^1 /, '1er ');

/** « 14:05 », of an instant RFC 3339, in the time of the browser. */
export const minuteOf = (instant: string): string => MINUTE.format(new Date(instant));

/** What an `as-of` says: a day alone is its end. */
export const asOfText = (asOf: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? longDay(asOf) : longInstant(asOf);

/** The day `AAAA-MM-JJ` that a person typed, as `JJ/MM/AAAA` or `AAAA-MM-JJ`; undefined where it is no day of the calendar. */
export function typedDay(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  const iso = day ? `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const date = utc(iso);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso ? iso : undefined;
}

/** « 28/01/2025 », of this day. */
export const today = (): string => new Intl.DateTimeFormat('fr-FR').format(new Date());

/** This day as `AAAA-MM-JJ`, in the time of the browser. */
export function isoToday(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
