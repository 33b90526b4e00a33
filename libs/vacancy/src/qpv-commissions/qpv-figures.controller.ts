import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { answerTable, ApiProblems, ApiTableFile, CurrentActor, Needs, parseAsOf } from '#http';
import { day, isRefusal, type Refusal } from '#kernel';
import { QpvFiguresDto, QpvFiguresQueryDto } from './qpv-figures.dto';
import { CountQpvCommissions, qpvFiguresTable, type QpvFigures } from './qpv-figures';

@ApiTags('Chiffres')
@ApiBearerAuth()
@Controller('api/qpv-commissions/figures')
export class QpvFiguresController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('read-figures')
  @ApiOperation({
    summary: 'Ce que les commissions de quartier ont fait',
    description:
      'Propositions, désignations et reports par motif, par commune et par QPV, du premier au dernier jour. Les mêmes que `mixite report qpv`.',
  })
  @ApiOkResponse({ type: QpvFiguresDto })
  @ApiTableFile('perimetre;identifiant;etape;motif;nombre;du;au;etat_au;position')
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
    @Query() query: QpvFiguresQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QpvFigures | Refusal | Readable> {
    const { from, to, wait, format = 'json', 'as-of': asOf } = query;
    const asked = { from: day(from), to: day(to), asOf: asOf === undefined ? undefined : parseAsOf(asOf) };
    const figures = await this.queries.execute(new CountQpvCommissions(asked, actor, wait));
    if (isRefusal(figures) || format === 'json') return figures;
    const name = `mixite-commissions-de-quartier-${figures.from}-${figures.to}`;
    return answerTable(reply, format, name, qpvFiguresTable(figures));
  }
}
