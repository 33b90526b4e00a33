import { compareDecimals, type Decimal } from '#kernel';

/** Euros of cents, as they are read: `18 450`. */
export function euros(cents: number): string {
  return `${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(cents / 100).replace(/\s/g, ' ')} €`;
}

/** Above nothing and below 1: what a spreadsheet shows as a percentage and holds as a fraction. */
export function isFraction(share: Decimal): boolean {
  return share !== '0' && compareDecimals(share, '1') < 0;
}
