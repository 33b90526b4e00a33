import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { ConventionHistory, letterheadAt } from '#convention';
import { answerDocument, answerTable, ApiProblems, ApiTableFile, CurrentActor, Needs, Revalidated } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import { objectivesDocument } from '../exports/objectives-document';
import { objectivesFileName, objectivesTable } from '../exports/objectives-table';
import { objectivesWorkbook } from '../exports/objectives-workbook';
import type { ShownObjectives } from '../objectives/masked-objectives';
import { ReportObjectives } from '../queries/report-objectives';
import { ObjectivesQueryDto, ObjectivesReportDto, objectivesQueryOf } from './objectives.dto';

@ApiTags('Convention')
@ApiBearerAuth()
@Controller('api/objectives')
export class ObjectivesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly convention: ConventionHistory,
  ) {}

  @Get()
  @Needs('read-figures')
  @Revalidated()
  @ApiOperation({
    summary: 'Où en est chaque objectif',
    description:
      'Une ligne par objectif et par entité qu’il vise : le chiffre, la cible, ce qui manque, et les mêmes jours un an plus tôt. Le même que `mixite report objectives`.',
  })
  @ApiOkResponse({ type: ObjectivesReportDto })
  @ApiTableFile('code;objectif;chiffre;perimetre;identifiant;libelle;acteur;acteur_identifiant;operateur;valeur;…', {
    printed: true,
  })
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
  ): Promise<ShownObjectives | Refusal | Readable | Uint8Array> {
    const report = await this.queries.execute(new ReportObjectives(objectivesQueryOf(query), actor, query.wait));
    const format = query.format ?? 'json';
    if (isRefusal(report) || format === 'json') return report;
    const name = objectivesFileName(report);
    const letterhead = await letterheadAt(this.convention, report, report.targetsOn ?? report.to);
    if (format === 'pdf') return answerDocument(reply, name, objectivesDocument(report, letterhead));
    return answerTable(reply, format, name, objectivesTable(report), objectivesWorkbook(report, letterhead));
  }
}
