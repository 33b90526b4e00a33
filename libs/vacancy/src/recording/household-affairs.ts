import { LiveLeases } from '#allocation';
import { complianceProjection, COMPLIANCE_MODEL, isHoused } from '#compliance';
import { readWholeStream, type EventStore } from '#event-store';
import { reachHead, type Installation } from '#installation';
import type { Uuid } from '#kernel';
import { APPLICATION_STREAMS, APPLICATIONS } from '../applications/application';
import type { HouseholdNow } from '../circumstances';
import { HouseholdClaims } from './household-claims';

/** A lease that is about to be signed, or that is corrected: it does not house its own household already. */
export interface Signing {
  /** Undefined where its number is new. */
  readonly allocation: Uuid | undefined;
}

/** What is recorded of a household beside this vacancy. */
export interface HouseholdAffairs {
  /** @param signing where a lease is about to be signed: whether another is being signed is then settled by their claims */
  of(household: Uuid, signing?: Signing): Promise<HouseholdNow>;
}

/** A household that nothing is recorded of. */
export const UNKNOWN_HOUSEHOLD: HouseholdNow = { isHoused: false, hasEnded: false, wasRefusedToPrefect: false };

/** Its leases from the read model, once it shows the head of the history; its application from its own stream. */
export class RecordedHouseholds implements HouseholdAffairs {
  private readonly claims: HouseholdClaims;

  constructor(private readonly installation: Installation) {
    const { pipelineStores } = installation;
    this.claims = new HouseholdClaims(pipelineStores, new LiveLeases(pipelineStores));
  }

  async of(household: Uuid, signing?: Signing): Promise<HouseholdNow> {
    const { installation } = this;
    await reachHead(installation, complianceProjection);
    const model = await installation.readStore.active(COMPLIANCE_MODEL);
    return {
      isHoused:
        (await isHoused(household, model, signing?.allocation)) ||
        (!signing && (await this.claims.isClaimed(household))),
      hasEnded: await hasEnded(household, installation.eventStore),
      wasRefusedToPrefect: false,
    };
  }
}

/** Whether the application of the household has ended, and was not reopened since. */
export async function hasEnded(household: Uuid, store: EventStore): Promise<boolean> {
  const events = await readWholeStream(store, APPLICATION_STREAMS.name(household));
  const application = events.reduce(
    (before, event) => APPLICATIONS.evolve(before, APPLICATION_STREAMS.read(event)),
    APPLICATIONS.initial,
  );
  return application.ended !== null;
}
