import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { ConventionHistory, letterheadAt } from '#convention';
import { answerDocument, answerTable, ApiProblems, ApiTableFile, CurrentActor, Needs } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import { flowDocument } from '../exports/flow-document';
import { flowFileName, flowTable } from '../exports/flow-table';
import { flowWorkbook } from '../exports/flow-workbook';
import { ReportFlow } from '../queries/report-flow';
import type { FlowReport } from '../report';
import { FlowQueryDto, flowQueryOf, FlowReportDto } from './flow.dto';

@ApiTags('Chiffres')
@ApiBearerAuth()
@Controller('api/flow')
export class FlowController {
  constructor(
    private readonly queries: QueryBus,
    private readonly convention: ConventionHistory,
  ) {}

  @Get()
  @Needs('read-figures')
  @ApiOperation({
    summary: 'La gestion en flux : parts dues et données, bilan annuel par réservataire',
    description:
      'Pour chaque bailleur et pour tous, ce qui est dû, donné, proposé et attribué à chaque réservataire dans l’année (R. 441-5 à R. 441-5-2). Le même que `mixite report flux`. Un bailleur voit le sien ; un statisticien n’en voit rien, faute d’effectifs assez grands.',
  })
  @ApiOkResponse({ type: FlowReportDto })
  @ApiTableFile('annee;code_bailleur;bailleur;code_reservataire;reservataire;contingent;ventilation;valeur;…', {
    printed: true,
  })
  @ApiProblems(
    'invalid-request',
    'not-authenticated',
    'not-allowed',
    'scope-not-allowed',
    'unknown-landlord',
    'unexpected',
    'unknown-position',
    'projection-late',
  )
  async report(
    @Query() query: FlowQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FlowReport | Refusal | Readable | Uint8Array> {
    const report = await this.queries.execute(new ReportFlow(flowQueryOf(query), actor, query.wait));
    const format = query.format ?? 'json';
    if (isRefusal(report) || format === 'json') return report;
    const name = flowFileName(report);
    const letterhead = await letterheadAt(this.convention, report, report.to);
    if (format === 'pdf') return answerDocument(reply, name, flowDocument(report, letterhead));
    return answerTable(reply, format, name, flowTable(report), flowWorkbook(report, letterhead));
  }
}
