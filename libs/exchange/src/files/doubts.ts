import { compareDecimals, type Decimal } from '#kernel';
import type { ReportField } from '../reading/spec';

/** Cents as a text in euros: `18 450 €`. */
export function euros(cents: number): string {
  return `${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(cents / 100).replace(/\s/g, ' ')} €`;
}

/** Whether a share is above 0 and below 1: a spreadsheet shows such a fraction as a percentage. */
export function isFraction(share: Decimal): boolean {
  return share !== '0' && compareDecimals(share, '1') < 0;
}

const USUAL = /^[0-9A-Z]{18}$/;

/** The form of the number changed over time and between offices, so another form can be right. */
export function warnOfHouseholdNumber(
  { householdNumber }: { readonly householdNumber: string },
  warning: ReportField,
): void {
  if (!USUAL.test(householdNumber))
    warning('householdNumber', 'un numéro unique a d’ordinaire 18 chiffres et lettres : vérifiez-le');
}
