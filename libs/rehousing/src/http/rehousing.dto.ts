import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import {
  MomentOfAnswerDto,
  IsCode,
  IsDayOrInstant,
  IsOneOf,
  MaskedMember,
  parseAsOf,
  ReportedTerritoryDto,
  WaitPosition,
} from '#http';
import type { Position } from '#event-store';
import { REHOUSING_FIGURE_CODES } from '../figures/rehousing-figure';
import type { RehousingQuery } from '../report';

export const REHOUSING_FORMATS = ['json', 'csv', 'xlsx', 'pdf'] as const;

/** The options of `mixite report rehousing`, as parameters. */
export class RehousingQueryDto {
  @ApiPropertyOptional({ description: 'Une seule opération, par son code ; par défaut, toutes', example: 'NPNRU-1' })
  @IsOptional()
  @IsCode()
  readonly operation?: string;

  @ApiPropertyOptional({
    description:
      'L’état d’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour, et les relogements faits jusque-là ; par défaut, tout ce qui est enregistré',
    example: '2024-09-30',
  })
  @IsOptional()
  @IsDayOrInstant()
  readonly 'as-of'?: string;

  @WaitPosition()
  readonly wait?: Position;

  @ApiPropertyOptional({
    enum: REHOUSING_FORMATS,
    default: 'json',
    description: 'csv, xlsx et pdf : un fichier joint',
    example: 'json',
  })
  @IsOptional()
  @IsOneOf(REHOUSING_FORMATS)
  readonly format?: (typeof REHOUSING_FORMATS)[number];
}

export function rehousingQueryOf({ operation, 'as-of': asOf }: RehousingQueryDto): RehousingQuery {
  return { operation, asOf: asOf === undefined ? undefined : parseAsOf(asOf) };
}

class RehousingFigureDto {
  @ApiProperty({ enum: REHOUSING_FIGURE_CODES, example: 'REHOUSED_OUTSIDE_QPV' })
  readonly code!: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Relogements comptés ; null si masqué', example: 38 })
  readonly numerator!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Relogements définitifs parmi lesquels ils le sont ; null si masqué',
    example: 120,
  })
  readonly denominator!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'La fraction, sans arrondi ; null si le dénominateur est 0, ou si elle est masquée',
    example: 0.31666666666666665,
  })
  readonly rate!: number | null;

  @MaskedMember()
  readonly masked?: true;
}

class ProgressDto {
  @ApiProperty({ type: 'integer', description: 'Ménages à reloger', example: 300 })
  readonly planned!: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Relogements définitifs faits ; null si masqué',
    example: 120,
  })
  readonly completed!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Relogements temporaires faits ; null si masqué',
    example: 4,
  })
  readonly temporary!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Ménages à reloger moins relogements définitifs, au moins 0 ; null si masqué',
    example: 180,
  })
  readonly remaining!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Relogements définitifs des six derniers mois entiers, divisés par 6, sans arrondi ; null si masqué',
    example: 7.5,
  })
  readonly pacePerMonth!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Mois où il ne reste plus personne à ce rythme ; null si le rythme est nul, ou masqué',
    example: '2026-09',
  })
  readonly forecastEnd!: string | null;

  @MaskedMember()
  readonly masked?: true;
}

class OperationStateDto extends ProgressDto {
  @ApiProperty({ description: 'Le code de l’opération', example: 'NPNRU-1' })
  readonly id!: string;

  @ApiProperty({ example: 'Merisiers – Plaine de Neauphle' })
  readonly label!: string;

  @ApiProperty({ type: [RehousingFigureDto] })
  readonly figures!: readonly RehousingFigureDto[];
}

/** What `mixite report rehousing --format json` prints. */
export class RehousingReportDto extends MomentOfAnswerDto {
  @ApiProperty({
    type: ReportedTerritoryDto,
    nullable: true,
    description: 'Le territoire, le jour de l’état ; null tant que l’histoire est vide',
  })
  readonly territory!: ReportedTerritoryDto | null;

  @ApiProperty({ type: [OperationStateDto], description: 'Chaque opération, dans l’ordre des codes' })
  readonly operations!: readonly OperationStateDto[];

  @ApiProperty({
    type: ProgressDto,
    description:
      'Toutes les opérations : les sommes ; la fin est celle de la dernière à finir, null si l’une d’elles n’avance pas',
  })
  readonly total!: ProgressDto;

  @ApiProperty({ type: [RehousingFigureDto], description: 'Les chiffres de toutes les opérations' })
  readonly figures!: readonly RehousingFigureDto[];
}
