import { Controller, Get, Param, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { calendarDay, code, integer, oneOf, optional, required } from '#cells';
import { ApiProblems, CurrentActor, Needs } from '#http';
import type { Refusal, Uuid } from '#kernel';
import { BodyForm } from '../http/body-form';
import {
  answerBeside,
  BesideRequestOf,
  BesideRoute,
  type BesideAnswer,
  type BesideRequest,
} from '../http/beside-routes';
import { COMMISSION_FORMS } from '../words';
import { SittingDto, SittingParamDto, SittingReceiptDto } from './sittings.dto';
import { OpenCommission, ReadSitting, refuseSitting, type SittingView } from './sittings';

/** A sitting of a landlord's commission. */
const OPENING = new BodyForm({
  landlord: required('landlord', code, 'L-BAILLEUR-1'),
  on: required('date_caleol', calendarDay, '2024-03-15'),
  present: optional('presents', integer(0, 99), '6'),
  form: optional('forme', oneOf(COMMISSION_FORMS), 'presentielle'),
});

@ApiTags('Vacances')
@ApiBearerAuth()
@Controller('api/commissions')
export class SittingsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @BesideRoute({
    path: '',
    summary: 'Ouvrir une séance de la commission d’un bailleur',
    description: 'Son jour peut être à venir. Chaque logement y est décidé par lui-même, en nommant la séance.',
    form: OPENING,
    receipt: SittingReceiptDto,
    refusals: [],
  })
  async open(
    @BesideRequestOf() request: BesideRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BesideAnswer & { readonly seance?: Uuid }> {
    const { receipt, ...answer } = await answerBeside(reply, OPENING.read(request.body), {
      refusalFor: () => refuseSitting(actor, (request.body as { readonly landlord?: unknown }).landlord),
      send: (facts) => this.commands.execute(new OpenCommission(facts, actor, request.sending)),
    });
    return { ...(!request.sending.isTrial && { seance: receipt.sitting }), ...answer };
  }

  @Get(':seance')
  @Needs('run-vacancies')
  @ApiOperation({
    summary: 'Une séance, et ce qui y a été décidé',
    description: 'Le bailleur la voit entière ; les autres, avec les vacances de leur périmètre. Sans nom ni numéro.',
  })
  @ApiOkResponse({ type: SittingDto })
  @ApiProblems(
    'invalid-request',
    'not-authenticated',
    'not-allowed',
    'scope-not-allowed',
    'unknown-sitting',
    'unexpected',
    'projection-late',
  )
  show(@Param() { seance }: SittingParamDto, @CurrentActor() actor: Actor): Promise<SittingView | Refusal> {
    return this.queries.execute(new ReadSitting(seance, actor));
  }
}
