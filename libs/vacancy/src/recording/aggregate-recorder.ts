import {
  CommandPipeline,
  handlingOf,
  type Aggregate,
  type PipelineStores,
  type Receipt,
  type Sending,
} from '#deciding';
import { readWholeStream, START, type DomainEvent } from '#event-store';
import { canonicalJson, isRefusal, type JsonObject, type Refusal } from '#kernel';

/** How a command beside the vacancies is sent. */
export interface BesideSending extends Sending {
  /** It is decided, and nothing is written: neither event nor key. */
  readonly isTrial?: boolean | undefined;
}

export interface BesideReceipt extends Receipt {
  /** False where an earlier request wrote the events, or nothing was written. */
  readonly isNew: boolean;
}

/** Carries out the commands of one kind of stream, or decides them on trial. */
export class AggregateRecorder<Command extends object, State, Event extends DomainEvent> {
  private readonly pipeline: CommandPipeline<Command, State, Event>;

  /** @param circumstances fields of the command that no request gives: the same request later is the same command */
  constructor(
    private readonly aggregate: Aggregate<Command, State, Event>,
    private readonly stores: PipelineStores,
    circumstances: readonly string[] = [],
  ) {
    const handling = handlingOf(aggregate, stores.store);
    this.pipeline = new CommandPipeline(
      {
        ...handling,
        contentOf: (command) => {
          const given = Object.entries(command).filter(([field]) => !circumstances.includes(field));
          return canonicalJson(Object.fromEntries(given) as JsonObject);
        },
        settle: async (_, receipt, { revision }) => ({ ...receipt, isNew: receipt.revision > revision }) as Receipt,
      },
      stores,
    );
  }

  /** Refused: `idempotency-key-reused`; the refusals of the aggregate. @throws CodedError `recording-conflict` */
  async send(command: Command, { isTrial = false, ...sending }: BesideSending): Promise<BesideReceipt | Refusal> {
    if (isTrial) return this.tryOut(command);
    const receipt = await this.pipeline.send(command, sending);
    return isRefusal(receipt) ? receipt : { isNew: false, ...receipt };
  }

  private async tryOut(command: Command): Promise<BesideReceipt | Refusal> {
    const { events, initial, evolve, idOf, decide } = this.aggregate;
    const stream = events.name(idOf(command));
    const recorded = await readWholeStream(this.stores.store, stream);
    const state = recorded.reduce((before, event) => evolve(before, events.read(event)), initial);
    const decision = decide(command, state);
    if (isRefusal(decision)) return decision;
    const { revision = -1, position = START } = recorded.at(-1) ?? {};
    return { stream, types: [], revision, position, isNew: false };
  }
}
