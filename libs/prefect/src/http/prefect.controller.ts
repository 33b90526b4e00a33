import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { ConventionHistory, letterheadAt } from '#convention';
import { answerDocument, answerTable, ApiProblems, ApiTableFile, CurrentActor, Needs, READ_PROBLEMS } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import { halfYearDocument } from '../exports/half-year-document';
import { halfYearFileName, halfYearTable, halfYearWorkbook } from '../exports/half-year-table';
import type { ShownHalfYear } from '../figures/half-year';
import { ReportPrefect } from '../queries/report-prefect';
import { HalfYearDto, halfYearQueryOf, PrefectQueryDto } from './prefect.dto';

@ApiTags('Chiffres')
@ApiBearerAuth()
@Controller('api/prefect')
export class PrefectController {
  constructor(
    private readonly queries: QueryBus,
    private readonly convention: ConventionHistory,
  ) {}

  @Get()
  @Needs('read-figures')
  @ApiOperation({
    summary: 'L’état semestriel pour le préfet',
    description:
      'Par bailleur, les attributions hors QPV du semestre, la part allée au premier quartile ou au relogement, et ce qui manque pour atteindre l’objectif. Le même que `mixite report prefect`.',
  })
  @ApiOkResponse({ type: HalfYearDto })
  @ApiTableFile('semestre;du;au;code_bailleur;bailleur;attributions_hors_qpv;…', { printed: true })
  @ApiProblems(...READ_PROBLEMS)
  async report(
    @Query() query: PrefectQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShownHalfYear | Refusal | Readable | Uint8Array> {
    const halfYear = await this.queries.execute(new ReportPrefect(halfYearQueryOf(query), actor, query.wait));
    const format = query.format ?? 'json';
    if (isRefusal(halfYear) || format === 'json') return halfYear;
    const name = halfYearFileName(halfYear);
    const letterhead = await letterheadAt(this.convention, halfYear, halfYear.to);
    if (format === 'pdf') return answerDocument(reply, name, halfYearDocument(halfYear, letterhead));
    return answerTable(reply, format, name, halfYearTable(halfYear), halfYearWorkbook(halfYear, letterhead));
  }
}
