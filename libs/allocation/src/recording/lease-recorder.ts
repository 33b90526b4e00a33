import { refusalOf } from '#access';
import { CommandPipeline, type PipelineStores, type Sending } from '#deciding';
import { isRefusal, type Refusal } from '#kernel';
import type { AllocationEvent } from '../events';
import { LeaseHandling, type RecordLease } from './lease-handling';
import type { RecordedLease } from './lease-kind';
import { placeOf } from './lease-place';
import { leaseReceiptOf, type LeaseReceipt } from './lease-receipt';
import { LeaseReference } from './lease-reference';

/** Records leases one by one. Commands that wait together are decided together. */
export class LeaseRecorder {
  /** What leases are held against. */
  readonly reference: LeaseReference;
  private readonly pipeline: CommandPipeline<RecordLease, RecordedLease | undefined, AllocationEvent>;

  constructor(stores: PipelineStores) {
    this.reference = new LeaseReference(stores.store);
    this.pipeline = new CommandPipeline(new LeaseHandling(stores, this.reference), stores);
  }

  /**
   * Resolves once what the actor's leases are judged by is known: all that is recorded where the actor sees a part of the territory,
   * since whose a residence is decides what the actor may do.
   */
  async ready({ scope }: Sending['actor']): Promise<void> {
    await (scope.kind === 'all' ? this.reference.ready() : this.reference.reachHead());
  }

  /**
   * To be called once `ready` has resolved. Refused: `not-allowed`, `scope-not-allowed`, `household-erased`, `idempotency-key-reused`.
   * @throws CodedError `lease-conflict` where others wrote of this lease at each attempt
   */
  async record(command: RecordLease, sending: Sending): Promise<LeaseReceipt | Refusal> {
    const { actor } = sending;
    const refusal = refusalOf(actor, 'record-lease', placeOf(command.lease, this.reference));
    if (refusal) return refusal;
    const receipt = await this.pipeline.send(command, sending);
    return isRefusal(receipt) ? receipt : leaseReceiptOf(receipt);
  }
}
