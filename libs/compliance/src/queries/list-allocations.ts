import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import type { Refusal } from '#kernel';
import { AllocationLists, type AllocationPage, type PageQuery } from '../lists/allocation-lists';
import { ComplianceFreshness } from './freshness';

/** One page of the allocations that a filter keeps. */
export class ListAllocations extends Query<AllocationPage | Refusal> {
  constructor(
    readonly list: PageQuery,
    readonly actor: Actor,
    /** What it must show at least: a position that somebody wrote. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ListAllocations)
export class ListAllocationsHandler implements IQueryHandler<ListAllocations> {
  constructor(
    private readonly freshness: ComplianceFreshness,
    private readonly lists: AllocationLists,
  ) {}

  async execute({ list, actor, atLeast }: ListAllocations): Promise<AllocationPage | Refusal> {
    // Further pages are of the first one's moment, which was reached then.
    if (list.cursor === undefined) await this.freshness.reachHead(atLeast);
    return this.lists.page(list, actor);
  }
}
