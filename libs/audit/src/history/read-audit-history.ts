import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import { Installation } from '#installation';
import type { Refusal } from '#kernel';
import { AuditHistories, type AuditHistory, type AuditHistoryQuery } from './audit-histories';

/** The history of a dossier; reading its personal facts is itself recorded. Refused as `AuditHistories.history`. */
export class ReadAuditHistory extends Query<AuditHistory | Refusal> {
  constructor(
    readonly query: AuditHistoryQuery,
    readonly actor: Actor,
  ) {
    super();
  }
}

@QueryHandler(ReadAuditHistory)
export class ReadAuditHistoryHandler implements IQueryHandler<ReadAuditHistory> {
  private readonly histories: AuditHistories;

  constructor(installation: Installation) {
    const { eventStore: events, clock } = installation;
    this.histories = new AuditHistories({ events, clock, vault: () => installation.vault() });
  }

  execute({ query, actor }: ReadAuditHistory): Promise<AuditHistory | Refusal> {
    return this.histories.history(query, actor);
  }
}
