import { day, instantOf, type Day } from '#kernel';
import {
  frenchCount,
  frenchDay,
  frenchEuros,
  frenchInstant,
  frenchMonth,
  frenchRate,
  frenchSquareMetres,
} from './french';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

it.each<[Day, string]>([
  [day('2023-01-01'), '1er janvier 2023'],
  [day('2024-02-29'), '29 février 2024'],
  [day('2023-12-31'), '31 décembre 2023'],
])('writes %s as « %s »', (written, expected) => expect(plain(frenchDay(written))).toBe(expected));

it('writes a month of any year', () => {
  expect(plain(frenchMonth('2026-08'))).toBe('août 2026');
  expect(plain(frenchMonth('12026-08'))).toBe('août 12026');
});

it("writes an instant in the territory's local time", () => {
  const instant = instantOf(Date.parse('2024-01-31T23:30:00Z'));
  expect(plain(frenchInstant(instant, 'Europe/Paris'))).toBe('1er février 2024 à 00 h 30');
  expect(plain(frenchInstant(instant, 'America/Guadeloupe'))).toBe('31 janvier 2024 à 19 h 30');
});

it.each([
  [0, '0'],
  [999, '999'],
  [1_645, '1 645'],
  [1_234_567, '1 234 567'],
])('writes %i as « %s »', (count, expected) => expect(plain(frenchCount(count))).toBe(expected));

it.each([
  [null, '—'],
  [0, '0,0 %'],
  [1 / 7, '14,3 %'],
  [1, '100,0 %'],
])('writes the rate %p as « %s »', (rate, expected) => expect(plain(frenchRate(rate))).toBe(expected));

it('writes cents as euros, and hundredths of a square metre', () => {
  expect([1_845_050, 45_000, 5].map((cents) => plain(frenchEuros(cents)))).toEqual(['18 450,50 €', '450 €', '0,05 €']);
  expect(plain(frenchSquareMetres(6_250))).toBe('62,50 m²');
});
