import { refusalOf } from '#access';
import { CommandPipeline, type PipelineStores, type Sending } from '#deciding';
import { isRefusal, type Refusal } from '#kernel';
import type { AllocationEvent } from '../events';
import { LeaseHandling, leaseReceiptOf, type LeaseReceipt, type RecordLease } from './lease-handling';
import type { RecordedLease } from './lease-kind';
import { LeaseReference } from './lease-reference';

/** Records leases one by one. Commands that wait at the same time are decided together. */
export class LeaseRecorder {
  /** The territory, bounds and convention that leases are checked against. */
  readonly reference: LeaseReference;
  private readonly pipeline: CommandPipeline<RecordLease, RecordedLease | undefined, AllocationEvent>;

  constructor(stores: PipelineStores) {
    this.reference = new LeaseReference(stores.store);
    this.pipeline = new CommandPipeline(new LeaseHandling(stores, this.reference), stores);
  }

  /**
   * Resolves once the reference is ready to judge this actor's leases. For an actor who sees a part of the territory it must be at the
   * head, since the owner of a residence decides what the actor may do.
   */
  async ready({ scope }: Sending['actor']): Promise<void> {
    await (scope.kind === 'all' ? this.reference.ready() : this.reference.reachHead());
  }

  /**
   * To be called once `ready` has resolved. Refused: `not-allowed`, `scope-not-allowed`, `household-erased`, `idempotency-key-reused`.
   * @throws CodedError `lease-conflict` where others wrote to this lease at each attempt
   */
  async record(command: RecordLease, sending: Sending): Promise<LeaseReceipt | Refusal> {
    const { actor } = sending;
    const refusal = refusalOf(actor, 'record-lease', this.reference.placeOf(command.lease));
    if (refusal) return refusal;
    const receipt = await this.pipeline.send(command, sending);
    return isRefusal(receipt) ? receipt : leaseReceiptOf(receipt);
  }
}
