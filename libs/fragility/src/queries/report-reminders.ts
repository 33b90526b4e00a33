import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import { Installation, reachHead } from '#installation';
import type { Refusal } from '#kernel';
import { fragilityProjection } from '../projections/fragility-projection';
import type { FragilityQuery } from '../report/reading';
import { FragilityReminders, type RemindersReport } from '../report/reminders';

/** What is due and what is late, on a day. */
export class ReportReminders extends Query<RemindersReport | Refusal> {
  constructor(
    readonly query: FragilityQuery,
    readonly actor: Actor,
  ) {
    super();
  }
}

@QueryHandler(ReportReminders)
export class ReportRemindersHandler implements IQueryHandler<ReportReminders> {
  constructor(
    private readonly installation: Installation,
    private readonly reports: FragilityReminders,
  ) {}

  async execute({ query, actor }: ReportReminders): Promise<RemindersReport | Refusal> {
    await reachHead(this.installation, fragilityProjection);
    return this.reports.report(query, actor);
  }
}
