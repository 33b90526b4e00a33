import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import { isRefusal, type Refusal, type Uuid } from '#kernel';
import { VacancyReader, type VacancyHistory, type VacancyView } from '../reading/vacancy-reader';
import { FlowOfVacancy, type FlowOfOrientation } from './flow-of-vacancy';

/** A vacancy, and what its orientation makes of the flow; null where it counts in no share. */
export interface ShownVacancy extends VacancyView {
  readonly flow: FlowOfOrientation | null;
}

/** Shows a vacancy as it is now. */
export class ReadVacancy extends Query<ShownVacancy | Refusal> {
  constructor(
    readonly vacancy: Uuid,
    readonly actor: Actor,
  ) {
    super();
  }
}

/** Lists the events of a vacancy. */
export class ReadVacancyHistory extends Query<VacancyHistory | Refusal> {
  constructor(
    readonly vacancy: Uuid,
    readonly actor: Actor,
  ) {
    super();
  }
}

@QueryHandler(ReadVacancy)
export class ReadVacancyHandler implements IQueryHandler<ReadVacancy> {
  constructor(
    private readonly reader: VacancyReader,
    private readonly queries: QueryBus,
  ) {}

  async execute({ vacancy, actor }: ReadVacancy): Promise<ShownVacancy | Refusal> {
    const view = await this.reader.show(vacancy, actor);
    if (isRefusal(view)) return view;
    const flow = view.orientation === null ? null : await this.queries.execute(new FlowOfVacancy(vacancy));
    return { ...view, flow };
  }
}

@QueryHandler(ReadVacancyHistory)
export class ReadVacancyHistoryHandler implements IQueryHandler<ReadVacancyHistory> {
  constructor(private readonly reader: VacancyReader) {}

  execute({ vacancy, actor }: ReadVacancyHistory): Promise<VacancyHistory | Refusal> {
    return this.reader.history(vacancy, actor);
  }
}
