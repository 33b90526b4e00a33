import { Controller, Get, Param, Query, Res } from '@nestjs/common';
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
import type { OneObjective } from '../objectives/one-objective';
import { ReadObjective } from '../queries/read-objective';
import { ReportObjectives } from '../queries/report-objectives';
import { ObjectiveParamDto, OneObjectiveDto, OneObjectiveQueryDto, oneObjectiveQueryOf } from './one-objective.dto';
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
    'unknown-figure',
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

  @Get(':code')
  @Needs('read-figures')
  @ApiOperation({
    summary: 'Un objectif : son texte, son état partout, ses parts',
    description:
      'Par son code dans convention.json, qui ne nomme qu’un objectif à la fois : un avenant qui le reprend remplace l’objectif. « lines » donne son état pour chaque entité qu’il vise ; « pace », ce que demande le reste de la période au rythme constaté ; « contributions », ce que chaque part apporte à un tout.',
  })
  @ApiOkResponse({ type: OneObjectiveDto })
  @ApiProblems(
    'invalid-request',
    'period-reversed',
    'not-authenticated',
    'not-allowed',
    'unknown-objective',
    'unexpected',
    'unknown-position',
    'projection-late',
  )
  one(
    @Param() { code }: ObjectiveParamDto,
    @Query() query: OneObjectiveQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<OneObjective | Refusal> {
    return this.queries.execute(new ReadObjective(oneObjectiveQueryOf(code, query), actor, query.wait));
  }
}
