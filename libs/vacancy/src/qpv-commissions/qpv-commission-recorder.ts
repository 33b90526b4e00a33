import { CommandPipeline, handlingOf, type PipelineStores, type Receipt, type Sending } from '#deciding';
import { dayAt, type Refusal } from '#kernel';
import type { ProcessReference } from '../recording/process-reference';
import {
  QPV_COMMISSIONS,
  type QpvCommissionFacts,
  type QpvCommissionSet,
  type SetQpvCommission,
} from './qpv-commission';

/** Sets the QPV commission of a commune. */
export class QpvCommissionRecorder {
  private readonly pipeline: CommandPipeline<SetQpvCommission, QpvCommissionFacts | null, QpvCommissionSet>;

  constructor(
    private readonly stores: PipelineStores,
    private readonly reference: ProcessReference,
  ) {
    this.pipeline = new CommandPipeline(handlingOf(QPV_COMMISSIONS, stores.store), stores);
  }

  /** Refused: `unknown-commune`, `value-not-admitted`, `day-in-future`, `day-out-of-order`, `idempotency-key-reused`. */
  async set(facts: QpvCommissionFacts, sending: Sending): Promise<Receipt | Refusal> {
    const { reference, stores } = this;
    await reference.reachHead();
    const command: SetQpvCommission = {
      ...facts,
      today: dayAt(stores.clock.now(), reference.timeZone),
      isCommune: reference.isCommune(facts.commune),
      communeDistricts: reference.districtsOf(facts.commune),
    };
    return this.pipeline.send(command, sending);
  }
}
