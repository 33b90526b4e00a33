import { Controller, Get, Param, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { calendarDay, code, integer, oneOf, optional, required } from '#cells';
import { ApiProblems, CurrentActor, IsCode, Needs } from '#http';
import type { Refusal, Uuid } from '#kernel';
import { BodyForm } from '../http/body-form';
import {
  answerBeside,
  BesideRequestOf,
  BesideRoute,
  type BesideAnswer,
  type BesideRequest,
} from '../http/beside-routes';
import { BesideReceiptDto } from '../http/beside.dto';
import { COMMISSION_FORMS, DECISIONS, DOCUMENTS, MAYOR_VOTES, VACANCY_STATUSES } from '../words';
import { OpenCommission, ReadSitting, refuseSitting, type SittingView } from './sittings';

const SITTING = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d20';

/** A sitting of a landlord's commission. */
const OPENING = new BodyForm({
  landlord: required('landlord', code, 'L-BAILLEUR-1'),
  on: required('date_caleol', calendarDay, '2024-03-15'),
  present: optional('presents', integer(0, 99), '6'),
  form: optional('forme', oneOf(COMMISSION_FORMS), 'presentielle'),
});

class SittingReceiptDto extends BesideReceiptDto {
  @ApiPropertyOptional({ description: 'La séance, à nommer dans chaque décision ; absente à blanc', example: SITTING })
  readonly seance?: string;
}

class SittingParamDto {
  @ApiProperty({ description: 'Identifiant de la séance', example: SITTING })
  @IsCode()
  readonly seance!: string;
}

class SittingVotesDto {
  @ApiProperty({ type: 'integer', example: 5 })
  readonly pour!: number;

  @ApiProperty({ type: 'integer', example: 1 })
  readonly contre!: number;

  @ApiProperty({ type: 'integer', example: 0 })
  readonly abstention!: number;

  @ApiProperty({ enum: MAYOR_VOTES, example: 'pour' })
  readonly maire!: string;
}

class SittingDecisionDto {
  @ApiProperty({ example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11' })
  readonly candidate!: string;

  @ApiProperty({ enum: DECISIONS, example: 'attribution_rang' })
  readonly decision!: string;

  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  readonly rank!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Motif codé d’un refus', example: null })
  readonly motive!: string | null;

  @ApiProperty({ type: String, enum: DOCUMENTS, nullable: true, description: 'Pièce attendue', example: null })
  readonly document!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Son dernier jour', example: null })
  readonly documentDue!: string | null;

  @ApiProperty({ type: SittingVotesDto, nullable: true })
  readonly votes!: SittingVotesDto | null;
}

class SittingVacancyDto {
  @ApiProperty({ example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10' })
  readonly vacancy!: string;

  @ApiProperty({ enum: VACANCY_STATUSES, description: 'Où elle en est maintenant', example: 'decided' })
  readonly status!: string;

  @ApiProperty({ description: 'Code de la résidence', example: 'RES-1' })
  readonly residence!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Jour de la décision', example: '2024-03-15' })
  readonly on!: string;

  @ApiProperty({ type: [SittingDecisionDto] })
  readonly decisions!: readonly SittingDecisionDto[];
}

class SittingDto {
  @ApiProperty({ example: SITTING })
  readonly seance!: string;

  @ApiProperty({ description: 'Code du bailleur', example: 'L-SABLIERE' })
  readonly landlord!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Jour de la séance', example: '2024-03-15' })
  readonly on!: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Membres présents qui votent', example: 6 })
  readonly present!: number | null;

  @ApiProperty({ type: String, enum: COMMISSION_FORMS, nullable: true, example: 'presentielle' })
  readonly form!: string | null;

  @ApiProperty({ type: [SittingVacancyDto], description: 'Ce qui y a été décidé' })
  readonly vacancies!: readonly SittingVacancyDto[];
}

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
