import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { ConventionHistory, letterheadAt } from '#convention';
import { answerDocument, answerTable, ApiProblems, ApiTableFile, CurrentActor, Needs, READ_PROBLEMS } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import { rehousingDocument } from '../exports/report-document';
import { rehousingFileName, rehousingTable } from '../exports/report-table';
import { rehousingWorkbook } from '../exports/report-workbook';
import { ReportRehousing } from '../queries/report-rehousing';
import type { ShownRehousing } from '../masking/masked-rehousing';
import { RehousingQueryDto, rehousingQueryOf, RehousingReportDto } from './rehousing.dto';

@ApiTags('Relogements')
@ApiBearerAuth()
@Controller('api/rehousing')
export class RehousingController {
  constructor(
    private readonly queries: QueryBus,
    private readonly convention: ConventionHistory,
  ) {}

  @Get()
  @Needs('read-figures')
  @ApiOperation({
    summary: 'L’état des relogements NPNRU',
    description: 'Celui que reçoivent les comités de relogement. Le même que `mixite report rehousing`.',
  })
  @ApiOkResponse({ type: RehousingReportDto })
  @ApiTableFile(
    'code_operation;libelle;menages_a_reloger;relogements_definitifs;relogements_temporaires;restants;rythme_mensuel;fin_projetee;code;…',
    { printed: true },
  )
  @ApiProblems(...READ_PROBLEMS, 'operation-unknown')
  async report(
    @Query() query: RehousingQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShownRehousing | Refusal | Readable | Uint8Array> {
    const report = await this.queries.execute(new ReportRehousing(rehousingQueryOf(query), actor, query.wait));
    const format = query.format ?? 'json';
    if (isRefusal(report) || format === 'json') return report;
    const name = rehousingFileName(report, query.operation);
    const letterhead = await letterheadAt(this.convention, report);
    if (format === 'pdf') return answerDocument(reply, name, rehousingDocument(report, letterhead));
    return answerTable(reply, format, name, rehousingTable(report), rehousingWorkbook(report, letterhead));
  }
}
