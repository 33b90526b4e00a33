import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refusalOf, type Actor } from '#access';
import type { Position } from '#event-store';
import type { Correlation, Refusal } from '#kernel';
import { ComplianceFreshness } from '../queries/freshness';
import { NamedLists, type AskedList, type NamedLink, type OpenedList } from './named-lists';

/** Asks for a list of leases with names. It is a command: the reading is recorded. */
export class AskNamedList extends Command<NamedLink | Refusal> {
  constructor(
    readonly asked: AskedList,
    readonly actor: Actor,
    readonly how: {
      readonly session: string | null;
      readonly correlation?: Correlation;
      /** The list shows the history up to this position at least. */
      readonly atLeast?: Position | undefined;
    } = { session: null },
  ) {
    super();
  }
}

/** Opens it, once. */
export class OpenNamedList extends Command<OpenedList | Refusal> {
  constructor(
    readonly code: string,
    readonly actor: Actor,
    readonly session: string | null = null,
  ) {
    super();
  }
}

@CommandHandler(AskNamedList)
export class AskNamedListHandler implements ICommandHandler<AskNamedList> {
  constructor(
    private readonly lists: NamedLists,
    private readonly freshness: ComplianceFreshness,
  ) {}

  async execute({ asked, actor, how }: AskNamedList): Promise<NamedLink | Refusal> {
    const refusal = refusalOf(actor, 'read-named-list');
    if (refusal) return refusal;
    await this.freshness.reachHead(how.atLeast);
    const { session, correlation } = how;
    return this.lists.ask(asked, { actor, correlation }, session);
  }
}

@CommandHandler(OpenNamedList)
export class OpenNamedListHandler implements ICommandHandler<OpenNamedList> {
  constructor(private readonly lists: NamedLists) {}

  execute({ code, actor, session }: OpenNamedList): Promise<OpenedList | Refusal> {
    return this.lists.open(code, { actor, session });
  }
}
