import type { ReportField } from '../reading/spec';

const USUAL = /^[0-9A-Z]{18}$/;

/** The form of the number changed over time and between offices, so another form can be right. */
export function warnOfHouseholdNumber(
  { householdNumber }: { readonly householdNumber: string },
  warning: ReportField,
): void {
  if (!USUAL.test(householdNumber))
    warning('householdNumber', 'un numéro unique a d’ordinaire 18 chiffres et lettres : vérifiez-le');
}
