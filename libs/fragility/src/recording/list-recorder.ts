import { refusalOf, type Actor } from '#access';
import { CommandPipeline, type PipelineStores } from '#deciding';
import type { Position } from '#event-store';
import { isRefusal, type Correlation, type Refusal } from '#kernel';
import type { PriorityListEstablished, PriorityListFacts } from '../events';
import type { FragilityReference } from './fragility-reference';
import { ListHandling, type GivenListing, type KnownListing, type ListCommand } from './list-handling';
import { outcomeOf, type RecordingOutcome } from './row-streams';

export type { GivenListing };

/** The outcome of establishing a list, with the list itself. */
export interface ListReceipt extends PriorityListFacts {
  readonly outcome: RecordingOutcome;
  readonly revision: number;
  readonly position: Position;
}

/** Establishes landlords' legal lists of priority residences. */
export class ListRecorder {
  private readonly pipeline: CommandPipeline<ListCommand, KnownListing, PriorityListEstablished>;

  constructor(
    private readonly stores: PipelineStores,
    private readonly reference: FragilityReference,
  ) {
    this.pipeline = new CommandPipeline(new ListHandling(reference), stores);
  }

  /**
   * Refused: `not-allowed`, `scope-not-allowed` (a landlord establishes its own), `unknown-landlord`, `idempotency-key-reused`, and as the verb refuses.
   * @throws CodedError `recording-conflict`
   */
  async establish(
    given: GivenListing,
    actor: Actor,
    requestKey?: string,
    correlation?: Correlation,
  ): Promise<ListReceipt | Refusal> {
    const refusal = refusalOf(actor, 'establish-list', { landlord: given.landlord });
    if (refusal) return refusal;
    await this.reference.ready();
    const today = this.reference.dayAt(this.stores.clock.now());
    const receipt = await this.pipeline.send({ given, today }, { actor, requestKey, correlation });
    if (isRefusal(receipt)) return receipt;
    const { stream, revision, position } = receipt;
    await this.reference.reach(position);
    return { ...this.reference.listIn(stream)!, outcome: outcomeOf(receipt), revision, position };
  }
}
