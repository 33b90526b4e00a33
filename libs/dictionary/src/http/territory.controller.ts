import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#access';
import { ApiProblems, CurrentActor, Needs, READ_PROBLEMS, Revalidated } from '#http';
import type { Refusal } from '#kernel';
import type { ReadDictionary } from '../dictionaries';
import { ReadTerritory } from '../queries/read-territory';
import { dictionaryQueryOf, TerritoryDto, TerritoryQueryDto } from './territory.dto';

@ApiTags('Convention')
@ApiBearerAuth()
@Controller('api/territory')
export class TerritoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('read-figures')
  @Revalidated()
  @ApiOperation({
    summary: 'Le dictionnaire du territoire',
    description:
      'Ce que les codes désignent, un jour donné : communes, secteurs, QPV, bailleurs, réservataires, résidences, publics, professions. Pour les libellés, les filtres et la recherche des pages.',
  })
  @ApiOkResponse({ type: TerritoryDto })
  @ApiProblems(...READ_PROBLEMS, 'instant-in-future')
  read(@Query() query: TerritoryQueryDto, @CurrentActor() actor: Actor): Promise<ReadDictionary | Refusal> {
    return this.queries.execute(new ReadTerritory(dictionaryQueryOf(query), actor, query.wait));
  }
}
