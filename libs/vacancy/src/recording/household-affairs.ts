import { complianceProjection, COMPLIANCE_MODEL, leasesOfHousehold } from '#compliance';
import { START } from '#event-store';
import { reachPosition, type Installation } from '#installation';
import type { Uuid } from '#kernel';
import type { ReadModel } from '#read-store';
import type { HouseholdNow } from '../circumstances';
import type { ProcessReference } from './process-reference';
import type { RecentLeases } from './recent-leases';

/** A lease that is about to be signed, or that is corrected: it does not house its own household already. */
export interface Signing {
  /** Undefined where its number is new. */
  readonly allocation: Uuid | undefined;
}

/** What is recorded of a household beside this vacancy. */
export interface HouseholdAffairs {
  /**
   * @param reference at the head of the history
   * @param signing where a lease is about to be signed: whether another is being signed is then settled by their claims
   */
  of(household: Uuid, reference: ProcessReference, signing?: Signing): Promise<HouseholdNow>;
}

/** A household that nothing is recorded of. */
export const UNKNOWN_HOUSEHOLD: HouseholdNow = { isHoused: false, hasEnded: false, wasRefusedToPrefect: false };

/** Its leases from the read model and from the events that it does not show yet: nobody waits for the projection. */
export class RecordedHouseholds implements HouseholdAffairs {
  private hasReached = false;

  constructor(private readonly installation: Installation) {}

  async of(household: Uuid, reference: ProcessReference, signing?: Signing): Promise<HouseholdNow> {
    const { leases } = reference;
    const model = await this.modelBeside(leases);
    return {
      isHoused:
        (await isHoused(household, { model, recent: leases, but: signing?.allocation })) ||
        (!signing && leases.isBeingSigned(household)),
      hasEnded: reference.hasEnded(household),
      wasRefusedToPrefect: false,
    };
  }

  /** The read model, as far as the events that the process began to follow. */
  private async modelBeside(recent: RecentLeases): Promise<ReadModel> {
    // Afterwards it only grows, and so does what the model shows.
    if (!this.hasReached) await reachPosition(this.installation, complianceProjection, recent.since);
    this.hasReached = true;
    const model = await this.installation.readStore.active(COMPLIANCE_MODEL);
    if (recent.isLong) recent.forgetUpTo((await model.checkpoint())?.position ?? START);
    return model;
  }
}

/** Whether a lease of the household is recorded and not cancelled. What the newest events say goes before the read model. */
async function isHoused(
  household: Uuid,
  { model, recent, but }: { readonly model: ReadModel; readonly recent: RecentLeases; readonly but: Uuid | undefined },
): Promise<boolean> {
  const shown = await leasesOfHousehold(household, model);
  const added = recent.ofHousehold(household).filter((one) => !shown.some(({ allocation }) => allocation === one));
  const leases = [...shown, ...added.map((allocation) => ({ allocation, isCancelled: false }))];
  return leases.some(({ allocation, isCancelled }) => {
    const newest = recent.of(allocation);
    const isTheirs = (newest?.household ?? household) === household;
    return allocation !== but && isTheirs && !(newest?.isCancelled ?? isCancelled);
  });
}
