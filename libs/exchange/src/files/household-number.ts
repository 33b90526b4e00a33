import type { Tell } from '../reading/spec';

const USUAL = /^[0-9A-Z]{18}$/;

/** Offices and years do not all write it the same: another form can be true. */
export function warnOfHouseholdNumber({ householdNumber }: { readonly householdNumber: string }, warning: Tell): void {
  if (!USUAL.test(householdNumber))
    warning('householdNumber', 'un numéro unique a d’ordinaire 18 chiffres et lettres : vérifiez-le');
}
