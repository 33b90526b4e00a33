import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Correlation, Refusal } from '#kernel';
import { ListRecorder, type ListReceipt, type GivenListing } from './list-recorder';

/** Establishes a landlord's legal list of its priority residences. */
export class EstablishPriorityList extends Command<ListReceipt | Refusal> {
  constructor(
    readonly given: GivenListing,
    readonly actor: Actor,
    readonly requestKey?: string,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

@CommandHandler(EstablishPriorityList)
export class EstablishPriorityListHandler implements ICommandHandler<EstablishPriorityList> {
  constructor(private readonly recorder: ListRecorder) {}

  execute({ given, actor, requestKey, correlation }: EstablishPriorityList): Promise<ListReceipt | Refusal> {
    return this.recorder.establish(given, actor, requestKey, correlation);
  }
}
