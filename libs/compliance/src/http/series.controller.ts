import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#access';
import { ApiProblems, CurrentActor, Needs } from '#http';
import type { Refusal } from '#kernel';
import { ReportSeries } from '../queries/report-series';
import type { ShownSeries } from '../series/masked-series';
import { SeriesQueryDto, SeriesReportDto, seriesQueryOf } from './series.dto';

@ApiTags('Chiffres')
@ApiBearerAuth()
@Controller('api/compliance/series')
export class SeriesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('read-figures')
  @ApiOperation({
    summary: 'Des chiffres d’une entité, période après période',
    description:
      'Chaque point est le chiffre du rapport de conformité de sa période, année, semestre, trimestre ou mois du calendrier, jugé par les objectifs de son dernier jour. À qui lit des chiffres sans les listes, seules des années sont montrées : des mois rendraient un effectif que l’année masque.',
  })
  @ApiOkResponse({ type: SeriesReportDto })
  @ApiProblems(
    'invalid-request',
    'period-reversed',
    'too-many-points',
    'unknown-figure',
    'not-authenticated',
    'not-allowed',
    'scope-not-allowed',
    'unknown-group',
    'unexpected',
    'unknown-position',
    'projection-late',
  )
  series(@Query() query: SeriesQueryDto, @CurrentActor() actor: Actor): Promise<ShownSeries | Refusal> {
    return this.queries.execute(new ReportSeries(seriesQueryOf(query), actor, query.wait));
  }
}
