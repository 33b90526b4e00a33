import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import type { Refusal } from '#kernel';
import type { ShownSeries } from '../series/masked-series';
import { SeriesReports, type SeriesQuery } from '../series/series-report';
import { ComplianceFreshness } from './freshness';

/** Figures of one group over many periods, as of the head of the history or of an instant, as the actor may see them. */
export class ReportSeries extends Query<ShownSeries | Refusal> {
  constructor(
    readonly report: SeriesQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ReportSeries)
export class ReportSeriesHandler implements IQueryHandler<ReportSeries> {
  constructor(
    private readonly freshness: ComplianceFreshness,
    private readonly reports: SeriesReports,
  ) {}

  async execute({ report, actor, atLeast }: ReportSeries): Promise<ShownSeries | Refusal> {
    await this.freshness.reachHead(atLeast);
    return this.reports.shown(report, actor);
  }
}
