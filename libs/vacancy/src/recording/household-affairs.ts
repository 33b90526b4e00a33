import type { Uuid } from '#kernel';
import type { HouseholdNow } from '../circumstances';

/** What is recorded of a household beside this vacancy. */
export interface HouseholdAffairs {
  of(household: Uuid): Promise<HouseholdNow>;
}

/** A household that nothing is recorded of. */
export const UNKNOWN_HOUSEHOLD: HouseholdNow = { isHoused: false, hasEnded: false, wasRefusedToPrefect: false };
