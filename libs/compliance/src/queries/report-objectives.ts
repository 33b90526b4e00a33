import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import type { Refusal } from '#kernel';
import type { ShownObjectives } from '../objectives/masked-objectives';
import { ObjectivesReports, type ObjectivesQuery } from '../objectives/objectives-report';
import { ComplianceFreshness } from './freshness';

/** The state of each objective over a period, as of the head of the history or of an instant. */
export class ReportObjectives extends Query<ShownObjectives | Refusal> {
  constructor(
    readonly report: ObjectivesQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ReportObjectives)
export class ReportObjectivesHandler implements IQueryHandler<ReportObjectives> {
  constructor(
    private readonly freshness: ComplianceFreshness,
    private readonly reports: ObjectivesReports,
  ) {}

  async execute({ report, actor, atLeast }: ReportObjectives): Promise<ShownObjectives | Refusal> {
    await this.freshness.reachHead(atLeast);
    return this.reports.shown(report, actor);
  }
}
