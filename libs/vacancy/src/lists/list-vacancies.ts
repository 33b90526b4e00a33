import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import type { Refusal } from '#kernel';
import { VacancyLists, type VacanciesQuery, type VacancyPage } from './vacancy-lists';

/** One page of the vacancies that a filter keeps. */
export class ListVacancies extends Query<VacancyPage | Refusal> {
  constructor(
    readonly list: VacanciesQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ListVacancies)
export class ListVacanciesHandler implements IQueryHandler<ListVacancies> {
  constructor(private readonly lists: VacancyLists) {}

  execute({ list, actor, atLeast }: ListVacancies): Promise<VacancyPage | Refusal> {
    return this.lists.page(list, actor, atLeast);
  }
}
