import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import type { Refusal } from '#kernel';
import { ComplianceReports, type ComplianceReport, type ReportQuery } from '../report';
import { ComplianceFreshness } from './freshness';

/** The figures of a period, as of the head of the history or of an instant. */
export class ReportCompliance extends Query<ComplianceReport | Refusal> {
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

  async execute({ report, actor, atLeast }: ReportCompliance): Promise<ComplianceReport | Refusal> {
    await this.freshness.reachHead(atLeast);
    return this.reports.report(report, actor);
  }
}
