import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import { Installation, reachHead } from '#installation';
import type { Refusal } from '#kernel';
import { fragilityProjection } from '../projections/fragility-projection';
import type { FragilityQuery } from '../report/reading';
import { FragilityCoverage, type CoverageReport } from '../report/coverage';

/** How much of the territory is noted, on a day. */
export class ReportCoverage extends Query<CoverageReport | Refusal> {
  constructor(
    readonly query: FragilityQuery,
    readonly actor: Actor,
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

  async execute({ query, actor }: ReportCoverage): Promise<CoverageReport | Refusal> {
    await reachHead(this.installation, fragilityProjection);
    return this.reports.report(query, actor);
  }
}
