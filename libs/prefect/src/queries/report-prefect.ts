import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import { ReportCompliance } from '#compliance/module';
import { ConventionHistory } from '#convention';
import type { Position } from '#event-store';
import { daysOfSemester, isRefusal, type AsOf, type Refusal, type Semester } from '#kernel';
import { halfYearOf, type ShownHalfYear } from '../figures/half-year';

export interface HalfYearQuery {
  readonly semester: Semester;
  /** The history as recorded at this instant or at the end of this day; its head where absent. */
  readonly asOf?: AsOf;
}

/**
 * Asks for the half-year by landlord. Refused in the same cases as `ReportCompliance`: an actor of limited scope sees
 * its own landlords.
 */
export class ReportPrefect extends Query<ShownHalfYear | Refusal> {
  constructor(
    readonly query: HalfYearQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ReportPrefect)
export class ReportPrefectHandler implements IQueryHandler<ReportPrefect> {
  constructor(
    private readonly queries: QueryBus,
    private readonly convention: ConventionHistory,
  ) {}

  async execute({ query: { semester, asOf }, actor, atLeast }: ReportPrefect): Promise<ShownHalfYear | Refusal> {
    const period = daysOfSemester(semester);
    const report = await this.queries.execute(
      new ReportCompliance({ ...period, scope: 'bailleur', asOf }, actor, atLeast),
    );
    if (isRefusal(report)) return report;
    return halfYearOf(semester, report, await this.convention.at(report.position));
  }
}
