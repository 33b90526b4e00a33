import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { answerTable, ApiProblems, ApiTableFile, CurrentActor, Needs } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import { objectivesFileName, objectivesTable } from '../exports/objectives-table';
import type { ObjectivesReport } from '../objectives/objectives-report';
import { ReportObjectives } from '../queries/report-objectives';
import { ObjectivesQueryDto, ObjectivesReportDto, objectivesQueryOf } from './objectives.dto';

@ApiTags('Convention')
@ApiBearerAuth()
@Controller('api/objectives')
export class ObjectivesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('read-figures')
  @ApiOperation({
    summary: 'Où en est chaque objectif',
    description:
      'Une ligne par objectif et par entité qu’il vise : le chiffre, la cible, ce qui manque, et les mêmes jours un an plus tôt. Le même que `mixite report objectives`.',
  })
  @ApiOkResponse({ type: ObjectivesReportDto })
  @ApiTableFile('code;objectif;chiffre;perimetre;identifiant;libelle;acteur;acteur_identifiant;operateur;valeur;…')
  @ApiProblems(
    'invalid-request',
    'period-reversed',
    'not-authenticated',
    'not-allowed',
    'unexpected',
    'unknown-position',
    'projection-late',
  )
  async report(
    @Query() query: ObjectivesQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ObjectivesReport | Refusal | Readable> {
    const report = await this.queries.execute(new ReportObjectives(objectivesQueryOf(query), actor, query.wait));
    const format = query.format ?? 'json';
    if (isRefusal(report) || format === 'json') return report;
    return answerTable(reply, format, objectivesFileName(report), objectivesTable(report));
  }
}
