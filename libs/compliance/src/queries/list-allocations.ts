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
    /** The answer shows the history up to this position at least. */
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
    // Further pages show the moment of the first page, which the projection has already reached.
    if (list.cursor === undefined) await this.freshness.reachHead(atLeast);
    return this.lists.page(list, actor);
  }
}
