import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import { Installation, reachHead } from '#installation';
import type { Refusal } from '#kernel';
import { fragilityProjection } from '../projections/fragility-projection';
import type { FragilityQuery } from '../report/reading';
import { FragilityReports, type FragilityReport } from '../report/report';

/** Each residence's notes in force on a day, as of the head of the history or of an instant. */
export class ReportFragility extends Query<FragilityReport | Refusal> {
  constructor(
    readonly report: FragilityQuery,
    readonly actor: Actor,
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

  async execute({ report, actor }: ReportFragility): Promise<FragilityReport | Refusal> {
    await reachHead(this.installation, fragilityProjection);
    return this.reports.report(report, actor);
  }
}
