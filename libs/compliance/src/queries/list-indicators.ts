import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import type { Refusal } from '#kernel';
import { IndicatorLists, type Indicators, type IndicatorsQuery } from '../indicators/indicator-lists';
import { ComplianceFreshness } from './freshness';

/** The figures that come from elsewhere, as of the head of the history or of an instant. */
export class ListIndicators extends Query<Indicators | Refusal> {
  constructor(
    readonly query: IndicatorsQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ListIndicators)
export class ListIndicatorsHandler implements IQueryHandler<ListIndicators> {
  constructor(
    private readonly freshness: ComplianceFreshness,
    private readonly lists: IndicatorLists,
  ) {}

  async execute({ query, actor, atLeast }: ListIndicators): Promise<Indicators | Refusal> {
    await this.freshness.reachHead(atLeast);
    return this.lists.list(query, actor);
  }
}
