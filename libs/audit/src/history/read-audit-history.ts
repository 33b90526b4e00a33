import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import { ConventionHistory } from '#convention';
import type { Position } from '#event-store';
import { headAtLeast, Installation } from '#installation';
import type { Correlation, Refusal } from '#kernel';
import { AuditHistories, type AuditHistory, type AuditHistoryQuery } from './audit-histories';

/**
 * Reads the history of a dossier. It is a command and not a query, because the reading of personal facts is recorded.
 * Refused as `AuditHistories.history`.
 */
export class ReadAuditHistory extends Command<AuditHistory | Refusal> {
  constructor(
    readonly query: AuditHistoryQuery,
    readonly actor: Actor,
    readonly correlation?: Correlation,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@CommandHandler(ReadAuditHistory)
export class ReadAuditHistoryHandler implements ICommandHandler<ReadAuditHistory> {
  private readonly histories: AuditHistories;

  constructor(
    private readonly installation: Installation,
    convention: ConventionHistory,
  ) {
    const { eventStore: events, clock } = installation;
    this.histories = new AuditHistories({ events, clock, convention, vault: () => installation.vault() });
  }

  async execute({ query, actor, correlation, atLeast }: ReadAuditHistory): Promise<AuditHistory | Refusal> {
    await headAtLeast(this.installation, atLeast);
    return this.histories.history(query, { actor, correlation });
  }
}
