import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import type { Refusal } from '#kernel';
import { AllocationLists, type AllocationExport, type AllocationsQuery } from '../lists/allocation-lists';
import { ComplianceFreshness } from './freshness';

/** Every allocation that a filter keeps, page by page, as of one moment. */
export class ExportAllocations extends Query<AllocationExport | Refusal> {
  constructor(
    readonly list: AllocationsQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ExportAllocations)
export class ExportAllocationsHandler implements IQueryHandler<ExportAllocations> {
  constructor(
    private readonly freshness: ComplianceFreshness,
    private readonly lists: AllocationLists,
  ) {}

  async execute({ list, actor, atLeast }: ExportAllocations): Promise<AllocationExport | Refusal> {
    await this.freshness.reachHead(atLeast);
    return this.lists.all(list, actor);
  }
}
