import { compareDecimals, type Decimal } from '#kernel';

/** Cents as a text in euros: `18 450 €`. */
export function euros(cents: number): string {
  return `${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(cents / 100).replace(/\s/g, ' ')} €`;
}

/** Whether a share is above 0 and below 1: a spreadsheet shows such a fraction as a percentage. */
export function isFraction(share: Decimal): boolean {
  return share !== '0' && compareDecimals(share, '1') < 0;
}
