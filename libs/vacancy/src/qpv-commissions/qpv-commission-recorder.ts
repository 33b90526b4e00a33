import type { PipelineStores } from '#deciding';
import { dayAt, type Refusal } from '#kernel';
import { AggregateRecorder, type BesideReceipt, type BesideSending } from '../recording/aggregate-recorder';
import type { ProcessReference } from '../recording/process-reference';
import {
  QPV_COMMISSIONS,
  type QpvCommissionFacts,
  type QpvCommissionSet,
  type SetQpvCommission,
} from './qpv-commission';

/** Sets the QPV commission of a commune. */
export class QpvCommissionRecorder {
  private readonly recorder: AggregateRecorder<SetQpvCommission, QpvCommissionFacts | null, QpvCommissionSet>;

  constructor(
    private readonly stores: PipelineStores,
    private readonly reference: ProcessReference,
  ) {
    this.recorder = new AggregateRecorder(QPV_COMMISSIONS, stores, ['today', 'isCommune', 'communeDistricts']);
  }

  /** Refused: `unknown-commune`, `value-not-admitted`, `day-in-future`, `day-out-of-order`, `idempotency-key-reused`. */
  async set(facts: QpvCommissionFacts, sending: BesideSending): Promise<BesideReceipt | Refusal> {
    const { reference, stores } = this;
    await reference.reachHead();
    const command: SetQpvCommission = {
      ...facts,
      today: dayAt(stores.clock.now(), reference.timeZone),
      isCommune: reference.isCommune(facts.commune),
      communeDistricts: reference.districtsOf(facts.commune),
    };
    return this.recorder.send(command, sending);
  }
}
