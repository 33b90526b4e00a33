import type { PipelineStores } from '#deciding';
import { isRefusal, newUuid, uuidV5, type Refusal, type Uuid } from '#kernel';
import { AggregateRecorder, type BesideReceipt, type BesideSending } from '../recording/aggregate-recorder';
import type { ProcessReference } from '../recording/process-reference';
import { SITTINGS, type OpenSitting, type SittingFacts, type SittingOpened } from './sitting';

export interface SittingReceipt extends BesideReceipt {
  readonly sitting: Uuid;
}

/** Opens the sittings of landlords' commissions. */
export class SittingRecorder {
  private readonly recorder: AggregateRecorder<OpenSitting, SittingFacts | null, SittingOpened>;

  constructor(
    private readonly stores: PipelineStores,
    private readonly reference: ProcessReference,
  ) {
    this.recorder = new AggregateRecorder(SITTINGS, stores, ['isLandlord']);
  }

  /** A request that is sent again opens the same sitting. Refused: `value-not-admitted`, `idempotency-key-reused`. */
  async open(facts: SittingFacts, sending: BesideSending): Promise<SittingReceipt | Refusal> {
    await this.reference.reachHead();
    const sitting = await this.idFor(sending);
    const isLandlord = this.reference.isLandlord(facts.landlord);
    const receipt = await this.recorder.send({ ...facts, sitting, isLandlord }, sending);
    return isRefusal(receipt) ? receipt : { ...receipt, sitting };
  }

  private async idFor({ actor, requestKey }: BesideSending): Promise<Uuid> {
    if (requestKey === undefined) return newUuid();
    const vault = await this.stores.vault();
    return uuidV5(`sitting|${vault.digest(`sitting\n${actor.id}\n${requestKey}`)}`);
  }
}
