import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import { Installation, reachHead } from '#installation';
import type { Refusal } from '#kernel';
import { rehousingProjection } from '../projections/rehousing-projection';
import type { ShownRehousing } from '../masking/masked-rehousing';
import { RehousingReports, type RehousingQuery } from '../report';

/** Asks for the report of the rehousing committee as the actor may see it, as of the head of the history or of an instant. */
export class ReportRehousing extends Query<ShownRehousing | Refusal> {
  constructor(
    readonly report: RehousingQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
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

  async execute({ report, actor, atLeast }: ReportRehousing): Promise<ShownRehousing | Refusal> {
    await reachHead(this.installation, rehousingProjection, { atLeast });
    return this.reports.shown(report, actor);
  }
}
