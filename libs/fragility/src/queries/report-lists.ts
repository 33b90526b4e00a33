import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import { Installation, reachHead } from '#installation';
import type { Refusal } from '#kernel';
import { fragilityProjection } from '../projections/fragility-projection';
import { FragilityLists, type ListsQuery, type PriorityLists } from '../report/lists';

/** The legal lists of priority residences established until a day. */
export class ReportPriorityLists extends Query<PriorityLists | Refusal> {
  constructor(
    readonly query: ListsQuery,
    readonly actor: Actor,
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

  async execute({ query, actor }: ReportPriorityLists): Promise<PriorityLists | Refusal> {
    await reachHead(this.installation, fragilityProjection);
    return this.reports.report(query, actor);
  }
}
