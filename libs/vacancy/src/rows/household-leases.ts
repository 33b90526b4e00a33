import { ALLOCATION_STREAMS } from '#allocation';
import { eventsOfTypes, type EventStore } from '#event-store';
import type { Uuid } from '#kernel';
import type { HouseholdNow } from '../circumstances';
import { CLAIM_STREAMS } from '../recording/claims';
import type { HouseholdAffairs } from '../recording/household-affairs';
import type { ProcessReference } from '../recording/process-reference';
import { RecentLeases } from '../recording/recent-leases';

/**
 * The leases of households, from the events alone: an import reads no read model. The history is read once, and only where a row designates
 * a household that is known already.
 */
export class HouseholdLeases implements HouseholdAffairs {
  private reading: Promise<RecentLeases> | undefined;

  constructor(private readonly store: EventStore) {}

  async of(household: Uuid, reference: ProcessReference): Promise<HouseholdNow> {
    const leases = await (this.reading ??= this.read());
    const isHoused = leases.ofHousehold(household).some((allocation) => leases.of(allocation)?.isCancelled !== true);
    return {
      isHoused: isHoused || leases.isBeingSigned(household),
      hasEnded: reference.hasEnded(household),
      wasRefusedToPrefect: false,
    };
  }

  private async read(): Promise<RecentLeases> {
    const leases = new RecentLeases();
    for await (const event of eventsOfTypes(this.store, [...ALLOCATION_STREAMS.types, ...CLAIM_STREAMS.types]))
      if (ALLOCATION_STREAMS.has(event.type)) leases.apply(event);
      else leases.applyClaim(event);
    return leases;
  }
}
