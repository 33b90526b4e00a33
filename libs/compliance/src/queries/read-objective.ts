import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import type { Refusal } from '#kernel';
import { OneObjectiveReports, type OneObjective, type OneObjectiveQuery } from '../objectives/one-objective';
import { ComplianceFreshness } from './freshness';

/** One objective with its state, what is needed and its parts, as the actor may see them. */
export class ReadObjective extends Query<OneObjective | Refusal> {
  constructor(
    readonly asked: OneObjectiveQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ReadObjective)
export class ReadObjectiveHandler implements IQueryHandler<ReadObjective> {
  constructor(
    private readonly freshness: ComplianceFreshness,
    private readonly reports: OneObjectiveReports,
  ) {}

  async execute({ asked, actor, atLeast }: ReadObjective): Promise<OneObjective | Refusal> {
    await this.freshness.reachHead(atLeast);
    return this.reports.shown(asked, actor);
  }
}
