import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import { complianceProjection } from '#compliance';
import type { Position } from '#event-store';
import { Installation, reachHead } from '#installation';
import type { Refusal } from '#kernel';
import { flowProjection } from '../projections/flow-projection';
import { FlowReports, type FlowQuery, type FlowReport } from '../report';

/** Asks for the shares of the flow and the statement of a year. */
export class ReportFlow extends Query<FlowReport | Refusal> {
  constructor(
    readonly report: FlowQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ReportFlow)
export class ReportFlowHandler implements IQueryHandler<ReportFlow> {
  constructor(
    private readonly installation: Installation,
    private readonly reports: FlowReports,
  ) {}

  async execute({ report, actor, atLeast }: ReportFlow): Promise<FlowReport | Refusal> {
    await reachHead(this.installation, flowProjection, { atLeast });
    await reachHead(this.installation, complianceProjection, { atLeast });
    return this.reports.report(report, actor);
  }
}
