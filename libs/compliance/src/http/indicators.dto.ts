import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Position } from '#event-store';
import { MomentOfAnswerDto, IsCode, IsDayOrInstant, IsOneOf, parseAsOf, WaitPosition } from '#http';
import { REPORT_SCOPES, type ReportScope } from '../figures/figure';
import type { IndicatorsQuery } from '../indicators/indicator-lists';
import { FigureScopeDto } from './compliance.dto';

export class IndicatorsQueryDto {
  @ApiPropertyOptional({ description: 'Seulement les indicateurs de ce code', example: 'ROTATION' })
  @IsOptional()
  @IsCode()
  readonly code?: string;

  @ApiPropertyOptional({ enum: REPORT_SCOPES, description: 'Seulement ceux de ce périmètre', example: 'commune' })
  @IsOptional()
  @IsOneOf(REPORT_SCOPES)
  readonly scope?: ReportScope;

  @ApiPropertyOptional({ description: 'Seulement ceux de cette entité', example: '78621' })
  @IsOptional()
  @IsCode()
  readonly id?: string;

  @ApiPropertyOptional({ description: 'Seulement ceux de cette période, AAAA ou AAAA-S1', example: '2023' })
  @IsOptional()
  @IsCode()
  readonly period?: string;

  @ApiPropertyOptional({
    description:
      'D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est',
    example: '2024-01-31',
  })
  @IsOptional()
  @IsDayOrInstant()
  readonly 'as-of'?: string;

  @WaitPosition()
  readonly wait?: Position;
}

export function indicatorsQueryOf({ code, scope, id, period, 'as-of': asOf }: IndicatorsQueryDto): IndicatorsQuery {
  return { code, scope, id, period, asOf: asOf === undefined ? undefined : parseAsOf(asOf) };
}

class IndicatorDto {
  @ApiProperty({ example: 'ROTATION' })
  readonly code!: string;

  @ApiProperty({ type: FigureScopeDto })
  readonly scope!: FigureScopeDto;

  @ApiProperty({ description: 'Une année, AAAA, ou un semestre, AAAA-S1', example: '2023' })
  readonly period!: string;

  @ApiProperty({ description: 'Exacte, en texte, avec un point', example: '9.5' })
  readonly value!: string;

  @ApiProperty({ description: 'Qui donne le chiffre, et où', example: 'Rapport annuel de l’observatoire' })
  readonly source!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-06-30' })
  readonly sourceDay!: string;
}

export class IndicatorsDto extends MomentOfAnswerDto {
  @ApiProperty({ type: [IndicatorDto], description: 'Par code, périmètre, entité et période' })
  readonly indicators!: readonly IndicatorDto[];
}
