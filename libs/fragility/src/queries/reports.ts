import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import { Installation, reachHead } from '#installation';
import type { Refusal } from '#kernel';
import { fragilityProjection } from '../projections/fragility-projection';
import { FragilityCoverage, type CoverageReport } from '../report/coverage';
import { FragilityLists, type ListsQuery, type PriorityLists } from '../report/lists';
import type { FragilityQuery } from '../report/reading';
import { FragilityReminders, type RemindersReport } from '../report/reminders';
import { FragilityReports, type FragilityReport } from '../report/report';

/** Each residence's notes in force on a day, as of the head of the history or of an instant. */
export class ReportFragility extends Query<FragilityReport | Refusal> {
  constructor(
    readonly report: FragilityQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ReportFragility)
export class ReportFragilityHandler implements IQueryHandler<ReportFragility> {
  constructor(
    private readonly installation: Installation,
    private readonly reports: FragilityReports,
  ) {}

  async execute({ report, actor, atLeast }: ReportFragility): Promise<FragilityReport | Refusal> {
    await reachHead(this.installation, fragilityProjection, { atLeast });
    return this.reports.report(report, actor);
  }
}

/** How much of the territory is noted, on a day. */
export class ReportCoverage extends Query<CoverageReport | Refusal> {
  constructor(
    readonly query: FragilityQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ReportCoverage)
export class ReportCoverageHandler implements IQueryHandler<ReportCoverage> {
  constructor(
    private readonly installation: Installation,
    private readonly reports: FragilityCoverage,
  ) {}

  async execute({ query, actor, atLeast }: ReportCoverage): Promise<CoverageReport | Refusal> {
    await reachHead(this.installation, fragilityProjection, { atLeast });
    return this.reports.report(query, actor);
  }
}

/** The legal lists of priority residences established until a day. */
export class ReportPriorityLists extends Query<PriorityLists | Refusal> {
  constructor(
    readonly query: ListsQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ReportPriorityLists)
export class ReportPriorityListsHandler implements IQueryHandler<ReportPriorityLists> {
  constructor(
    private readonly installation: Installation,
    private readonly reports: FragilityLists,
  ) {}

  async execute({ query, actor, atLeast }: ReportPriorityLists): Promise<PriorityLists | Refusal> {
    await reachHead(this.installation, fragilityProjection, { atLeast });
    return this.reports.report(query, actor);
  }
}

/** The surveys and lists that are due or late on a day. */
export class ReportReminders extends Query<RemindersReport | Refusal> {
  constructor(
    readonly query: FragilityQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
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

  async execute({ query, actor, atLeast }: ReportReminders): Promise<RemindersReport | Refusal> {
    await reachHead(this.installation, fragilityProjection, { atLeast });
    return this.reports.report(query, actor);
  }
}
