import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import type { Position } from '#event-store';
import { IsCalendarDay, IsDayOrInstant, IsOneOf, MaskedMember, parseAsOf, WaitPosition } from '#http';
import { day } from '#kernel';
import { REFUSAL_KINDS, STAGES } from './candidacy';
import { DIMENSIONS } from './refusal-counts';
import type { RefusalsQuery } from './refusals-report';

const FORMATS = ['json', 'csv', 'xlsx'] as const;

/** The options of `mixite report refusals`, as parameters. */
export class RefusalsQueryDto {
  @ApiProperty({ type: String, format: 'date', description: 'Premier jour, inclus', example: '2025-01-01' })
  @IsCalendarDay()
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Dernier jour, inclus', example: '2025-12-31' })
  @IsCalendarDay()
  readonly to!: string;

  @ApiPropertyOptional({ description: 'Les candidats de cette résidence seulement', example: 'R-0001' })
  @IsOptional()
  @IsString()
  readonly code_residence?: string;

  @ApiPropertyOptional({ description: 'Les candidats des logements que ce bailleur a déclarés', example: 'L-LILAS' })
  @IsOptional()
  @IsString()
  readonly code_bailleur?: string;

  @ApiPropertyOptional({ description: 'Les candidats de ce réservataire', example: 'VILLE' })
  @IsOptional()
  @IsString()
  readonly code_reservataire?: string;

  @ApiPropertyOptional({ description: 'Les candidats des résidences de cette commune', example: '78621' })
  @IsOptional()
  @IsString()
  readonly code_insee?: string;

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

export function refusalsQueryOf(query: RefusalsQueryDto): RefusalsQuery {
  const { from, to, code_residence, code_bailleur, code_reservataire, code_insee, 'as-of': asOf } = query;
  return {
    from: day(from),
    to: day(to),
    filter: { residence: code_residence, landlord: code_bailleur, holder: code_reservataire, commune: code_insee },
    asOf: asOf === undefined ? undefined : parseAsOf(asOf),
  };
}

class RefusalFigureDto {
  @ApiProperty({
    enum: STAGES,
    description: 'Avant la commission, dans la commission, après elle',
    example: 'commission',
  })
  readonly stage!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    enum: [...REFUSAL_KINDS, null],
    description: 'null : tous les refus de l’étape',
    example: 'notAllocated',
  })
  readonly refusal!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    enum: ['household', 'holder', 'landlord', 'qpvCommission', 'commission', null],
    description: 'Qui refuse',
    example: 'commission',
  })
  readonly by!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Le motif codé, dans la dimension `motive`',
    example: 'taux_effort',
  })
  readonly motive!: string | null;

  @ApiProperty({ enum: DIMENSIONS, description: 'Ce que le groupe a en commun', example: 'motive' })
  readonly dimension!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Code du groupe ; null : l’ensemble',
    example: 'taux_effort',
  })
  readonly id!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'taux d’effort trop élevé' })
  readonly label!: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Candidats refusés ; null s’il est masqué',
    example: 12,
  })
  readonly numerator!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Candidats qui ont atteint l’étape', example: 80 })
  readonly denominator!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'La fraction, sans arrondi ; null si le dénominateur est 0',
    example: 0.15,
  })
  readonly rate!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Le taux de l’ensemble, pour le même refus',
    example: 0.15,
  })
  readonly mean!: number | null;

  @MaskedMember()
  readonly masked?: true;
}

/** What `mixite report refusals --format json` prints. */
export class RefusalsReportDto {
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

  @ApiProperty({ type: [RefusalFigureDto] })
  readonly figures!: readonly RefusalFigureDto[];
}
