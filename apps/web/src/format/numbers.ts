const COUNT = new Intl.NumberFormat('fr-FR');
const PERCENT = new Intl.NumberFormat('fr-FR', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const TARGET = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 });
const POINTS = new Intl.NumberFormat('fr-FR', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});

/** What stands in place of a rate without denominator, and of a figure that nothing counts. */
export const NOTHING = '—';

/** « 1 178 ». */
export const count = (value: number | null | undefined): string =>
  value === null || value === undefined ? NOTHING : COUNT.format(value);

/** « 12,1 % », of a fraction. */
export const percent = (rate: number | null | undefined): string =>
  rate === null || rate === undefined ? NOTHING : PERCENT.format(rate);

/** « 25 % », of a fraction that the convention sets. */
export const targetPercent = (rate: number): string => TARGET.format(rate);

/** « +1,2 point », « −6,0 points », of a difference of two fractions. */
export function points(difference: number): string {
  const hundredths = difference * 100;
  return `${POINTS.format(hundredths).replace('-', '−')} ${Math.abs(hundredths) < 2 ? 'point' : 'points'}`;
}

/** « +2,5 », « −9,0 », of a difference of counts that need not be whole. */
export const signed = (difference: number): string => POINTS.format(difference).replace('-', '−');

/** « 1 attribution », « 3 attributions ». Nought is singular in French. */
export const plural = (value: number, one: string, several = `${one}s`): string =>
  `${count(value)} ${Math.abs(value) < 2 ? one : several}`;

const EUROS = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', minimumFractionDigits: 0 });

/** « 11 210 € », of cents. */
export const euros = (cents: number): string => EUROS.format(cents / 100);
