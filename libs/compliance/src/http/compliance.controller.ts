import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { ConventionHistory, letterheadAt } from '#convention';
import { answerDocument, answerTable, ApiProblems, ApiTableFile, CurrentActor, Needs, Revalidated } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import { complianceDocument } from '../exports/report-document';
import { reportFileName, reportTable } from '../exports/report-table';
import { complianceWorkbook } from '../exports/report-workbook';
import { ReportCompliance } from '../queries/report-compliance';
import type { ShownReport } from '../masking/shown-report';
import { ComplianceQueryDto, ComplianceReportDto, reportQueryOf } from './compliance.dto';

@ApiTags('Chiffres')
@ApiBearerAuth()
@Controller('api/compliance')
export class ComplianceController {
  constructor(
    private readonly queries: QueryBus,
    private readonly convention: ConventionHistory,
  ) {}

  @Get()
  @Needs('read-figures')
  @Revalidated()
  @ApiOperation({
    summary: 'Les chiffres de la convention',
    description:
      'Pour les baux signés du premier au dernier jour, tous deux inclus. Les mêmes que `mixite report compliance`. Avec « figure » ou « id » : ces chiffres et ces entités seulement, les totaux restant ceux de tout le périmètre.',
  })
  @ApiOkResponse({ type: ComplianceReportDto })
  @ApiTableFile('code;perimetre;identifiant;libelle;numerateur;denominateur;taux;objectif;statut;…', { printed: true })
  @ApiProblems(
    'invalid-request',
    'period-reversed',
    'unknown-figure',
    'not-authenticated',
    'not-allowed',
    'scope-not-allowed',
    'unexpected',
    'unknown-position',
    'projection-late',
  )
  async report(
    @Query() query: ComplianceQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShownReport | Refusal | Readable | Uint8Array> {
    const report = await this.queries.execute(new ReportCompliance(reportQueryOf(query), actor, query.wait));
    const format = query.format ?? 'json';
    if (isRefusal(report) || format === 'json') return report;
    const name = reportFileName(report, query.scope ?? 'epci');
    const letterhead = await letterheadAt(this.convention, report, report.to);
    if (format === 'pdf') return answerDocument(reply, name, complianceDocument(report, letterhead));
    return answerTable(reply, format, name, reportTable(report), complianceWorkbook(report, letterhead));
  }
}
