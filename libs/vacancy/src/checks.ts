import { refuse, type Day, type Refusal } from '#kernel';
import type { Circumstances, HouseholdNow, Party } from './circumstances';
import type { OfCandidate } from './of-candidate';
import { isLive, type Vacancy } from './vacancy';
import { STATE_BASES } from './words';

/** The first refusal among checks, in the order in which they answer. */
export function firstOf(...checks: readonly (() => Refusal | undefined)[]): Refusal | undefined {
  for (const check of checks) {
    const refusal = check();
    if (refusal) return refusal;
  }
  return undefined;
}

/** Refused: `day-in-future` where a day that must have come has not. */
export function refuseFuture(field: string, day: Day, { today }: Pick<Circumstances, 'today'>): Refusal | undefined {
  return day > today ? refuse('day-in-future', { field, value: day, today }) : undefined;
}

/** Refused: `day-out-of-order` where a day comes before one that is recorded. */
export function refuseBefore(field: string, day: Day, first: Day | null | undefined): Refusal | undefined {
  return first && day < first ? refuse('day-out-of-order', { field, value: day, notBefore: first }) : undefined;
}

/** Refused: `day-out-of-order` where a day comes after one that is recorded. */
export function refuseAfter(field: string, day: Day, last: Day | null | undefined): Refusal | undefined {
  return last && day > last ? refuse('day-out-of-order', { field, value: day, notAfter: last }) : undefined;
}

/** Refused: `residence-of-another-landlord` where the landlord who acts had the residence on another day, and has it no longer. */
export function refuseFormerLandlord({ party, residence }: Circumstances): Refusal | undefined {
  if (party.kind !== 'landlord' || party.codes.includes(residence.landlord)) return undefined;
  return refuse('residence-of-another-landlord');
}

/** Refused: `household-already-housed`, `application-ended`. */
export function refuseHousehold({ isHoused, hasEnded }: HouseholdNow): Refusal | undefined {
  if (isHoused) return refuse('household-already-housed');
  return hasEnded ? refuse('application-ended') : undefined;
}

/**
 * Whether the party designates on a vacancy with this orientation (process.md, « Who designates »). In a turn that a
 * holder handed back, the landlord designates and the holder only reads.
 */
export function isServedBy(
  party: Party,
  { orientation }: Pick<Vacancy, 'orientation'>,
  { residence, holderOf }: Pick<Circumstances, 'residence' | 'holderOf'>,
): boolean {
  if (party.kind === 'administrator') return true;
  if (!orientation) return false;
  const isLandlord = party.kind === 'landlord' && party.codes.includes(residence.landlord);
  if (orientation.forOneTurn) return isLandlord;
  const holder = holderOf(orientation.holder);
  if (!holder) return false;
  if (holder.contingent === 'bailleur') return isLandlord;
  switch (party.kind) {
    case 'holder':
      return party.codes.includes(holder.code);
    case 'commune':
      return holder.contingent === 'epci'
        ? isOneOf(party.codes, orientation.delegatedTo)
        : holder.contingent === 'commune' && isOneOf(party.codes, holder.commune);
    case 'epci':
      return holder.contingent === 'epci' && orientation.delegatedTo === null;
    default:
      return false;
  }
}

/**
 * Refused: `oriented-to-another-holder` to a party that is neither the holder of the vacancy, nor the landlord, nor the
 * one that designated the candidate.
 */
export function refuseOtherHolder({ vacancy, candidate }: OfCandidate, at: Circumstances): Refusal | undefined {
  const mayAct =
    at.party.kind === 'landlord' ||
    isServedBy(at.party, vacancy, at) ||
    (STATE_BASES.includes(candidate.basis) && isState(at.party, at));
  return mayAct ? undefined : refuse('oriented-to-another-holder');
}

/**
 * Refused: `candidate-already-designated` where the household was designated again after the candidate had dropped out:
 * one household has one live designation on a vacancy.
 */
export function refuseSecondDesignation({ vacancy, candidate }: OfCandidate): Refusal | undefined {
  const isTwice = vacancy.candidates.some(
    (one) => one.id !== candidate.id && one.household === candidate.household && isLive(one),
  );
  return isTwice ? refuse('candidate-already-designated') : undefined;
}

/** Whether the party is the State, or a holder of the State's contingent. */
export function isState(party: Party, { holderOf }: Pick<Circumstances, 'holderOf'>): boolean {
  if (party.kind === 'state' || party.kind === 'administrator') return true;
  return party.kind === 'holder' && party.codes.some((code) => isStateContingent(holderOf(code)?.contingent));
}

export function isStateContingent(contingent: string | undefined): boolean {
  return contingent === 'etat' || contingent === 'etat_fonctionnaires';
}

function isOneOf(codes: readonly string[], code: string | null): boolean {
  return code !== null && codes.includes(code);
}
