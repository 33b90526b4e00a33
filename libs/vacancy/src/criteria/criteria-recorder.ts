import { CommandPipeline, type PipelineStores } from '#deciding';
import {
  sayOfCriterion,
  type CriterionAct,
  type CriterionCircumstances,
  type CriterionEvent,
  type CriterionFacts,
  type HouseholdCriteria,
  type SealedCriterion,
} from '#criteria';
import { START } from '#event-store';
import { dayAt, isRefusal, refuse, type Day, type Refusal, type Uuid } from '#kernel';
import type { BesideReceipt, BesideSending } from '../recording/aggregate-recorder';
import type { ProcessReference } from '../recording/process-reference';
import { CriteriaHandling, type CriterionCommand } from './criteria-handling';

/** A criterion as it was found. */
export type Found = SealedCriterion & { readonly on: Day };

export interface CriterionReceipt extends BesideReceipt {
  /** Null where the criterion does not hold after the command. */
  readonly found: Found | null;
}

/** Records the criteria of a household, by its numéro unique, and reads them. */
export class CriteriaRecorder {
  private readonly handling: CriteriaHandling;
  private readonly pipeline: CommandPipeline<CriterionCommand, HouseholdCriteria, CriterionEvent>;

  constructor(
    private readonly stores: PipelineStores,
    private readonly reference: ProcessReference,
  ) {
    this.handling = new CriteriaHandling(stores);
    this.pipeline = new CommandPipeline(this.handling, stores);
  }

  /** Refused: `unknown-household`, `household-erased`, `idempotency-key-reused`; as `sayOfCriterion`. */
  async say(
    householdNumber: string,
    act: CriterionAct,
    { isTrial = false, ...sending }: BesideSending,
  ): Promise<CriterionReceipt | Refusal> {
    const household = await this.find(householdNumber);
    if (!household) return refuse('unknown-household');
    await this.reference.reachHead();
    const command = { household, act: this.inZone(act), at: this.circumstances() };
    if (isTrial) return this.tryOut(command);
    const receipt = await this.pipeline.send(command, sending);
    if (isRefusal(receipt)) return receipt;
    const criteria = await this.of(household);
    const found = (!isRefusal(criteria) && criteria.get(act.criterion)) || null;
    return { isNew: false, ...receipt, found };
  }

  /** Refused: `household-erased`. */
  async of(household: Uuid): Promise<HouseholdCriteria | Refusal> {
    const loaded = await this.handling.loadOne(household);
    return isRefusal(loaded) ? loaded : loaded.state;
  }

  async find(householdNumber: string): Promise<Uuid | undefined> {
    return (await this.stores.vault()).find('household', householdNumber);
  }

  private circumstances(): CriterionCircumstances {
    const { ceilings, proofRules, timeZone } = this.reference;
    return { ceilings, proofs: proofRules, today: dayAt(this.stores.clock.now(), timeZone) };
  }

  /** Ceilings are those of the zone that all communes of the territory have, where the request names none. */
  private inZone(act: CriterionAct): CriterionAct {
    if (act.verb === 'withdraw' || act.facts.zone !== null) return act;
    const facts: CriterionFacts = { ...act.facts, zone: this.reference.onlyZone };
    return { ...act, facts };
  }

  private async tryOut(command: CriterionCommand): Promise<CriterionReceipt | Refusal> {
    const { household, act, at } = command;
    const loaded = await this.handling.loadOne(household);
    if (isRefusal(loaded)) return loaded;
    const decision = sayOfCriterion(act, loaded.state, at);
    if (isRefusal(decision)) return decision;
    const [{ sealed, data } = { sealed: undefined, data: undefined }] = decision;
    const known = act.verb === 'withdraw' ? null : (loaded.state.get(act.criterion) ?? null);
    const { stream, revision, events = [] } = loaded;
    const receipt = { stream, types: [], revision, position: events.at(-1)?.position ?? START, isNew: false };
    return { ...receipt, found: sealed ? { ...sealed, on: data.on } : known };
  }
}
