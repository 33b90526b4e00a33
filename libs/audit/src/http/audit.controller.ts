import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { answerTable, ApiProblems, ApiTableFile, CurrentActor, CurrentCorrelation, Needs } from '#http';
import { isRefusal, type Correlation, type Refusal } from '#kernel';
import { historyFileName, historyTable } from '../exports/history-table';
import type { AuditHistory } from '../history/audit-histories';
import { ReadAuditHistory } from '../history/read-audit-history';
import type { HistoryVerification } from '../verify/verification';
import { VerifyHistory } from '../verify/verify-history';
import { AuditHistoryBodyDto, askedOf } from './audit-history-body.dto';
import { AuditHistoryDto } from './audit-history.dto';
import { HistoryVerificationDto } from './history-verification.dto';

@ApiTags('Audit')
@ApiBearerAuth()
@Controller('api/audit')
export class AuditController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('history')
  @Needs('audit')
  @HttpCode(200)
  @ApiOperation({
    summary: 'L’histoire d’une attribution, d’une résidence ou d’un ménage',
    description:
      'Qui a fait quoi, quand, sur quel fondement, dans l’ordre. Un numéro n’est jamais dans l’adresse : la recherche est dans le corps de la requête. Lire des données personnelles est soi-même enregistré, avant la réponse. La même que `mixite audit history`.',
  })
  @ApiOkResponse({ type: AuditHistoryDto })
  @ApiTableFile('position;enregistre_le;instant_utc;jour_d_effet;acteur;role;acte;objet;detail;…')
  @ApiProblems(
    'invalid-request',
    'unknown-position',
    'not-authenticated',
    'not-allowed',
    'scope-not-allowed',
    'unknown-allocation',
    'unknown-residence',
    'unknown-household',
    'reading-not-recorded',
    'unsupported-media-type',
    'unexpected',
  )
  async history(
    @Body() body: AuditHistoryBodyDto,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuditHistory | Refusal | Readable> {
    const query = { asked: askedOf(body), names: body.names ?? true };
    const history = await this.commands.execute(new ReadAuditHistory(query, actor, correlation, body.wait));
    const format = body.format ?? 'json';
    if (isRefusal(history) || format === 'json') return history;
    return answerTable(reply, format, historyFileName(history), historyTable(history));
  }

  @Post('verify')
  @Needs('verify-history')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Vérifier l’histoire',
    description:
      'Parcourt tous les événements, recalcule chaque empreinte et compare ce qui en est tiré. Dure à proportion de l’histoire ; une vérification à la fois. La même que `mixite audit verify`.',
  })
  @ApiOkResponse({
    type: HistoryVerificationDto,
    description: 'La vérification a eu lieu : « broken » dit si l’histoire tient',
  })
  @ApiProblems('not-authenticated', 'not-allowed', 'verification-under-way', 'unexpected')
  verify(@CurrentActor() actor: Actor): Promise<HistoryVerification | Refusal> {
    return this.queries.execute(new VerifyHistory(actor));
  }
}
