import { wallClock, type Day, type Instant } from '#kernel';

/** Written in the place of a figure that does not exist. */
export const NONE = '—';
/** Keeps a number with its unit on one line. */
const SPACE = '\u00a0';
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** `2023-06-30` as « 30 juin 2023 ». */
export function frenchDay(day: Day): string {
  const date = Number(day.slice(8, 10));
  return `${date === 1 ? '1er' : date}${SPACE}${frenchMonth(day.slice(0, 7))}`;
}

/** `2026-09` as « septembre 2026 ». */
export function frenchMonth(month: string): string {
  const [year, number] = month.split('-');
  return `${MONTHS[Number(number) - 1]}${SPACE}${year}`;
}

/** An instant in the local time of the territory: « 31 janvier 2024 à 23 h 59 ». */
export function frenchInstant(instant: Instant, timeZone: string): string {
  const [day, time] = wallClock(instant, timeZone).split(' ') as [Day, string];
  return `${frenchDay(day)} à ${time.slice(0, 2)}${SPACE}h${SPACE}${time.slice(3, 5)}`;
}

/** `1645` as « 1 645 ». */
export function frenchCount(count: number): string {
  return grouped(String(count));
}

/** A number to one decimal: « 7,5 ». */
export function frenchDecimal(value: number): string {
  return value.toFixed(1).replace('.', ',');
}

/** A rate in percent, to one decimal: « 14,3 % ». */
export function frenchRate(rate: number | null): string {
  return rate === null ? NONE : `${frenchDecimal(rate * 100)}${SPACE}%`;
}

/** Cents as « 18 450,50 € ». */
export function frenchEuros(cents: number): string {
  return `${frenchHundredths(cents)}${SPACE}€`;
}

/** Hundredths of a square metre as « 62,5 m² ». */
export function frenchSquareMetres(surface: number): string {
  return `${frenchHundredths(surface)}${SPACE}m²`;
}

/** `243500139` as « 243 500 139 ». */
export function frenchSiren(siren: string): string {
  return grouped(siren);
}

/** Hundredths as « 18 450,50 », and as « 450 » where they are whole. */
export function frenchHundredths(value: number): string {
  const [whole, rest] = [Math.floor(value / 100), value % 100];
  return rest === 0 ? frenchCount(whole) : `${frenchCount(whole)},${String(rest).padStart(2, '0')}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, SPACE);
}
