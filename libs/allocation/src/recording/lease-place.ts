import type { Place } from '#access';
import type { AllocationFacts } from '../events';
import type { LeaseReference } from './lease-reference';

/** Where a lease stands on its day, for who may see or record it. Of a residence that is not known, the holder alone is. */
export function placeOf(
  { residence, holder, signedOn }: Pick<AllocationFacts, 'residence' | 'holder' | 'signedOn'>,
  reference: LeaseReference,
): Place {
  return {
    landlord: reference.landlordOn(residence, signedOn) ?? '',
    holder,
    commune: reference.residence(residence)?.commune ?? '',
  };
}
