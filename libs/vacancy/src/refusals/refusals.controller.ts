import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { answerTable, ApiProblems, ApiTableFile, CurrentActor, Needs } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import { ReportRefusals, type RefusalsReport } from './refusals-report';
import { refusalsFileName, refusalsTable } from './refusals-table';
import { RefusalsQueryDto, refusalsQueryOf, RefusalsReportDto } from './refusals.dto';

@ApiTags('Chiffres')
@ApiBearerAuth()
@Controller('api/refusals')
export class RefusalsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('read-figures')
  @ApiOperation({
    summary: 'Qui refuse, à quelle étape et pour quel motif',
    description:
      'Des candidats qui ont atteint chaque étape du premier au dernier jour : proposés ou désignés, examinés, destinataires d’une offre. Chaque taux est à côté de la moyenne de l’ensemble, avec ses effectifs. Les mêmes que `mixite report refusals`.',
  })
  @ApiOkResponse({ type: RefusalsReportDto })
  @ApiTableFile('etape;refus;auteur;axe;identifiant;libelle;numerateur;denominateur;taux;moyenne;…')
  @ApiProblems(
    'invalid-request',
    'period-reversed',
    'not-authenticated',
    'not-allowed',
    'scope-not-allowed',
    'unexpected',
    'unknown-position',
    'projection-late',
  )
  async report(
    @Query() query: RefusalsQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RefusalsReport | Refusal | Readable> {
    const { wait, format = 'json' } = query;
    const report = await this.queries.execute(new ReportRefusals(refusalsQueryOf(query), actor, wait));
    if (isRefusal(report) || format === 'json') return report;
    return answerTable(reply, format, refusalsFileName(report), refusalsTable(report));
  }
}
