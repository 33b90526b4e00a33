import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import {
  answerTable,
  ApiProblems,
  ApiTableFile,
  CurrentActor,
  IsCalendarDay,
  IsDayOrInstant,
  IsOneOf,
  Needs,
  parseAsOf,
  WaitPosition,
} from '#http';
import { day, isRefusal, type Refusal } from '#kernel';
import { CountQpvCommissions, qpvFiguresTable, type QpvFigures } from './qpv-figures';

const FORMATS = ['json', 'csv', 'xlsx'] as const;

class QpvFiguresQueryDto {
  @ApiProperty({ type: String, format: 'date', description: 'Premier jour, inclus', example: '2025-01-01' })
  @IsCalendarDay()
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Dernier jour, inclus', example: '2025-12-31' })
  @IsCalendarDay()
  readonly to!: string;

  @ApiPropertyOptional({
    description: 'D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour',
    example: '2025-06-30',
  })
  @IsOptional()
  @IsDayOrInstant()
  readonly 'as-of'?: string;

  @WaitPosition()
  readonly wait?: Position;

  @ApiPropertyOptional({
    enum: FORMATS,
    default: 'json',
    description: 'csv et xlsx : un fichier joint',
    example: 'json',
  })
  @IsOptional()
  @IsOneOf(FORMATS)
  readonly format?: (typeof FORMATS)[number];
}

class MotiveCountDto {
  @ApiProperty({ example: 'equilibre' })
  readonly motive!: string;

  @ApiProperty({ type: 'integer', example: 1 })
  readonly count!: number;
}

class QpvCountsDto {
  @ApiProperty({ type: 'integer', description: 'Ménages proposés', example: 3 })
  readonly proposals!: number;

  @ApiProperty({ type: 'integer', description: 'Désignations par la commission', example: 2 })
  readonly endorsements!: number;

  @ApiProperty({ type: 'integer', description: 'Reports', example: 1 })
  readonly deferrals!: number;

  @ApiProperty({ type: [MotiveCountDto], description: 'Les reports, par motif' })
  readonly motives!: readonly MotiveCountDto[];
}

class CountedPlaceDto extends QpvCountsDto {
  @ApiProperty({ description: 'Code', example: '78621' })
  readonly id!: string;
}

class QpvFiguresDto {
  @ApiProperty({ type: String, format: 'date', example: '2025-01-01' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', example: '2025-12-31' })
  readonly to!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2025-12-31T22:59:59.999Z' })
  readonly asOf!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Position dans l’histoire',
    example: '00000000000000030542',
  })
  readonly position!: string | null;

  @ApiProperty({ type: QpvCountsDto, description: 'Toutes les communes de votre périmètre' })
  readonly total!: QpvCountsDto;

  @ApiProperty({ type: [CountedPlaceDto], description: 'Par commune' })
  readonly communes!: readonly CountedPlaceDto[];

  @ApiProperty({ type: [CountedPlaceDto], description: 'Par QPV ; une étape compte dans chaque QPV de sa résidence' })
  readonly districts!: readonly CountedPlaceDto[];
}

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
