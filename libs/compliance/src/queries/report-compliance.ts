import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import type { Refusal } from '#kernel';
import type { ShownReport } from '../masking/shown-report';
import { ComplianceReports, type ReportQuery } from '../report';
import { ComplianceFreshness } from './freshness';

/** The figures of a period, as of the head of the history or of an instant, as the actor may see them. */
export class ReportCompliance extends Query<ShownReport | Refusal> {
  constructor(
    readonly report: ReportQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ReportCompliance)
export class ReportComplianceHandler implements IQueryHandler<ReportCompliance> {
  constructor(
    private readonly freshness: ComplianceFreshness,
    private readonly reports: ComplianceReports,
  ) {}

  async execute({ report, actor, atLeast }: ReportCompliance): Promise<ShownReport | Refusal> {
    await this.freshness.reachHead(atLeast);
    return this.reports.shown(report, actor);
  }
}
