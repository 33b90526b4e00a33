import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#access';
import { ApiProblems, CurrentActor, DEFAULT_LIMIT, Needs, parseAsOf, parseSort, valuesOf, type OneOrMore } from '#http';
import { day, type Refusal } from '#kernel';
import type { Where } from '#read-store';
import { SORT_WORDS, VacancyListQueryDto, VacancyPageDto } from './vacancy-list.dto';
import { ListVacancies } from './list-vacancies';
import type { VacanciesQuery, VacancyPage } from './vacancy-lists';

@ApiTags('Vacances')
@ApiBearerAuth()
@Controller('api/vacancies')
export class VacancyListController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('read-vacancies')
  @ApiOperation({
    summary: 'La liste des vacances',
    description:
      'Filtrée, triée, page par page, dans votre périmètre. Toutes les pages rendent compte du même instant ; si le jour change entre deux pages, la liste est à recharger. Sans nom, numéro ni logement.',
  })
  @ApiOkResponse({ type: VacancyPageDto })
  @ApiProblems(
    'invalid-request',
    'period-reversed',
    'not-authenticated',
    'not-allowed',
    'scope-not-allowed',
    'stale-cursor',
    'unexpected',
    'unknown-position',
    'projection-late',
  )
  list(@Query() query: VacancyListQueryDto, @CurrentActor() actor: Actor): Promise<VacancyPage | Refusal> {
    return this.queries.execute(new ListVacancies(listOf(query), actor, query.wait));
  }
}

/** The list that the parameters ask for. The decorators have already validated them. */
function listOf(dto: VacancyListQueryDto): VacanciesQuery {
  const asOf = dto['as-of'];
  return {
    filter: {
      from: dto.from === undefined ? undefined : day(dto.from),
      to: dto.to === undefined ? undefined : day(dto.to),
      late: dto.late === undefined ? undefined : dto.late === 'O',
      where: whereOf(dto),
    },
    sort: parseSort(dto.sort ?? 'date_liberation', SORT_WORDS)!,
    asOf: asOf === undefined ? undefined : parseAsOf(asOf),
    limit: dto.limit === undefined ? DEFAULT_LIMIT : Number(dto.limit),
    cursor: dto.cursor,
  };
}

function whereOf(dto: VacancyListQueryDto): Where {
  const asked: Readonly<Record<string, OneOrMore | undefined>> = {
    status: dto.status,
    commune: dto.code_insee,
    landlord: dto.code_bailleur,
    residence: dto.code_residence,
    holder: dto.code_reservataire,
    contingent: dto.contingent,
    dwellingType: dto.typologie,
    financing: dto.financement,
  };
  const given = Object.entries(asked).filter(([, values]) => values !== undefined);
  return Object.fromEntries(given.map(([column, values]) => [column, { in: valuesOf(values) }]));
}
