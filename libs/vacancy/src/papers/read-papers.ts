import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Refusal, Uuid } from '#kernel';
import type { Agenda } from './agenda';
import type { Minutes } from './minutes';
import { PapersReader } from './papers-reader';

/** The sitting whose vacancies a paper shows, or one vacancy alone. */
export interface PaperOf {
  readonly kind: 'sitting' | 'vacancy';
  readonly id: Uuid;
}

/** Asks for what a commission examines. */
export class ReadAgenda extends Query<Agenda | Refusal> {
  constructor(
    readonly of: PaperOf,
    readonly actor: Actor,
  ) {
    super();
  }
}

/** Asks for what a commission decided. */
export class ReadMinutes extends Query<Minutes | Refusal> {
  constructor(
    readonly of: PaperOf,
    readonly actor: Actor,
  ) {
    super();
  }
}

@QueryHandler(ReadAgenda)
export class ReadAgendaHandler implements IQueryHandler<ReadAgenda> {
  constructor(private readonly papers: PapersReader) {}

  execute({ of: { kind, id }, actor }: ReadAgenda): Promise<Agenda | Refusal> {
    return kind === 'sitting' ? this.papers.agendaOfSitting(id, actor) : this.papers.agendaOfVacancy(id, actor);
  }
}

@QueryHandler(ReadMinutes)
export class ReadMinutesHandler implements IQueryHandler<ReadMinutes> {
  constructor(private readonly papers: PapersReader) {}

  execute({ of: { kind, id }, actor }: ReadMinutes): Promise<Minutes | Refusal> {
    return kind === 'sitting' ? this.papers.minutesOfSitting(id, actor) : this.papers.minutesOfVacancy(id, actor);
  }
}
