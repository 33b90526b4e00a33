import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Refusal, Uuid } from '#kernel';
import { VacancyReader, type VacancyHistory, type VacancyView } from '../reading/vacancy-reader';

/** Shows a vacancy as it is now. */
export class ReadVacancy extends Query<VacancyView | Refusal> {
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
  constructor(private readonly reader: VacancyReader) {}

  execute({ vacancy, actor }: ReadVacancy): Promise<VacancyView | Refusal> {
    return this.reader.show(vacancy, actor);
  }
}

@QueryHandler(ReadVacancyHistory)
export class ReadVacancyHistoryHandler implements IQueryHandler<ReadVacancyHistory> {
  constructor(private readonly reader: VacancyReader) {}

  execute({ vacancy, actor }: ReadVacancyHistory): Promise<VacancyHistory | Refusal> {
    return this.reader.history(vacancy, actor);
  }
}
