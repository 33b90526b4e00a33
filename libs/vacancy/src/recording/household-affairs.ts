import { complianceProjection, COMPLIANCE_MODEL, leasesOfHousehold } from '#compliance';
import { START } from '#event-store';
import { reachPosition, type Installation } from '#installation';
import type { Uuid } from '#kernel';
import type { ReadModel } from '#read-store';
import type { HouseholdNow } from '../circumstances';
import type { ProcessReference } from './process-reference';
import type { RecentLeases } from './recent-leases';

/** What is recorded of a household beside this vacancy. */
export interface HouseholdAffairs {
  /** @param reference at the head of the history */
  of(household: Uuid, reference: ProcessReference): Promise<HouseholdNow>;
}

/** A household that nothing is recorded of. */
export const UNKNOWN_HOUSEHOLD: HouseholdNow = { isHoused: false, hasEnded: false, wasRefusedToPrefect: false };

/** Its leases from the read model and from the events that it does not show yet: nobody waits for the projection. */
export class RecordedHouseholds implements HouseholdAffairs {
  constructor(private readonly installation: Installation) {}

  async of(household: Uuid, reference: ProcessReference): Promise<HouseholdNow> {
    const model = await this.modelBeside(reference.leases);
    return {
      isHoused: await isHoused(household, model, reference.leases),
      hasEnded: reference.hasEnded(household),
      wasRefusedToPrefect: false,
    };
  }

  /** The read model, as far as the events that the process began to follow. */
  private async modelBeside(recent: RecentLeases): Promise<ReadModel> {
    await reachPosition(this.installation, complianceProjection, recent.since);
    const model = await this.installation.readStore.active(COMPLIANCE_MODEL);
    if (recent.isLong) recent.forgetUpTo((await model.checkpoint())?.position ?? START);
    return model;
  }
}

/** Whether a lease of the household is recorded and not cancelled. What the newest events say goes before the read model. */
async function isHoused(household: Uuid, model: ReadModel, recent: RecentLeases): Promise<boolean> {
  const shown = await leasesOfHousehold(household, model);
  const added = recent.ofHousehold(household).filter((one) => !shown.some(({ allocation }) => allocation === one));
  return [...shown, ...added.map((allocation) => ({ allocation, isCancelled: false }))].some((lease) => {
    const newest = recent.of(lease.allocation);
    return (newest?.household ?? household) === household && !(newest?.isCancelled ?? lease.isCancelled);
  });
}
