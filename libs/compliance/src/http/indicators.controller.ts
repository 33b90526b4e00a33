import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#access';
import { ApiProblems, CurrentActor, Needs } from '#http';
import type { Refusal } from '#kernel';
import type { Indicators } from '../indicators/indicator-lists';
import { ListIndicators } from '../queries/list-indicators';
import { IndicatorsDto, IndicatorsQueryDto, indicatorsQueryOf } from './indicators.dto';

@ApiTags('Convention')
@ApiBearerAuth()
@Controller('api/indicators')
export class IndicatorsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('read-figures')
  @ApiOperation({
    summary: 'Les chiffres qui viennent d’ailleurs',
    description:
      'Demande, vacance, rotation, loyers… : les lignes de `indicateurs.csv`, chacune avec sa source. Qui a un périmètre limité lit ceux de ses entités.',
  })
  @ApiOkResponse({ type: IndicatorsDto })
  @ApiProblems(
    'invalid-request',
    'not-authenticated',
    'not-allowed',
    'unexpected',
    'unknown-position',
    'projection-late',
  )
  list(@Query() query: IndicatorsQueryDto, @CurrentActor() actor: Actor): Promise<Indicators | Refusal> {
    return this.queries.execute(new ListIndicators(indicatorsQueryOf(query), actor, query.wait));
  }
}
