import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import { Installation, reachHead } from '#installation';
import type { Refusal } from '#kernel';
import { rehousingProjection } from '../projections/rehousing-projection';
import { RehousingReports, type RehousingQuery, type RehousingReport } from '../report';

/** Asks for the report of the rehousing committee, as of the head of the history or of an instant. */
export class ReportRehousing extends Query<RehousingReport | Refusal> {
  constructor(
    readonly report: RehousingQuery,
    readonly actor: Actor,
  ) {
    super();
  }
}

@QueryHandler(ReportRehousing)
export class ReportRehousingHandler implements IQueryHandler<ReportRehousing> {
  constructor(
    private readonly installation: Installation,
    private readonly reports: RehousingReports,
  ) {}

  async execute({ report, actor }: ReportRehousing): Promise<RehousingReport | Refusal> {
    await reachHead(this.installation, rehousingProjection);
    return this.reports.report(report, actor);
  }
}
