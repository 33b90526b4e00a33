import { refusalOf, type Actor } from '#access';
import type { ConventionHistory } from '#convention';
import { CommandPipeline } from '#deciding';
import type { Position } from '#event-store';
import { Installation } from '#installation';
import { isRefusal, type Correlation, type Refusal } from '#kernel';
import { PRIORITY_LIST_STREAMS, type PriorityListEstablished, type PriorityListFacts } from '../events';
import { FragilityReadings } from '../report/reading';
import { ListHandling, type GivenListing, type KnownListing, type ListCommand } from './list-handling';
import { outcomeOf, todayOf, type RecordingOutcome } from './row-streams';

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
    private readonly installation: Installation,
    private readonly convention: ConventionHistory,
  ) {
    const { eventStore: store, readStore, clock } = installation;
    const readings = new FragilityReadings({ events: store, readStore, clock, convention });
    const handling = new ListHandling(installation, readings);
    this.pipeline = new CommandPipeline(handling, { store, clock, vault: () => installation.vault() });
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
    const today = await todayOf(this.installation, this.convention);
    const receipt = await this.pipeline.send({ given, today }, { actor, requestKey, correlation });
    if (isRefusal(receipt)) return receipt;
    const { stream, revision, position } = receipt;
    const [established] = await this.installation.eventStore.readStream(stream, { maxCount: 1 });
    const { data } = PRIORITY_LIST_STREAMS.read(established!);
    return { ...data, outcome: outcomeOf(receipt), revision, position };
  }
}
