import type { Place } from '#access';
import type { AllocationFacts } from '../events';
import type { LeaseReference } from './lease-reference';

/** Where a lease stands on its day, for who may tell of it. A place that is not known is within no scope but all. */
export function placeOf(
  { residence: code, holder, signedOn }: Pick<AllocationFacts, 'residence' | 'holder' | 'signedOn'>,
  territory: LeaseReference,
): Place {
  const residence = territory.residence(code);
  if (!residence) return { landlord: '', holder, commune: '' };
  return { landlord: territory.landlordOn(residence, signedOn), holder, commune: residence.commune };
}
