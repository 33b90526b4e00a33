import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Position } from '#event-store';
import { MomentOfAnswerDto, IsCalendarDay, IsCode, IsDayOrInstant, IsOneOf, parseAsOf, WaitPosition } from '#http';
import { day } from '#kernel';
import type { FragilityQuery } from '../report/reading';

const FORMATS = ['json', 'csv', 'xlsx', 'pdf'] as const;

export class ResidenceParamDto {
  @ApiProperty({ description: 'Code de la résidence', example: 'RES-1' })
  @IsCode()
  readonly residence!: string;
}

/** The day of the notes, and the moment of the history. */
export class MomentQueryDto {
  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Le jour dont on demande les notes ; par défaut, aujourd’hui',
    example: '2024-06-30',
  })
  @IsOptional()
  @IsCalendarDay()
  readonly on?: string;

  @ApiPropertyOptional({
    description:
      'D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est',
    example: '2024-12-31',
  })
  @IsOptional()
  @IsDayOrInstant()
  readonly 'as-of'?: string;

  @WaitPosition()
  readonly wait?: Position;
}

/** The options of `mixite report fragility`. */
export class FragilityQueryDto extends MomentQueryDto {
  @ApiPropertyOptional({
    enum: FORMATS,
    default: 'json',
    description: 'csv, xlsx et pdf : un fichier joint',
    example: 'json',
  })
  @IsOptional()
  @IsOneOf(FORMATS)
  readonly format?: (typeof FORMATS)[number];
}

export function fragilityQueryOf({ on, 'as-of': asOf }: MomentQueryDto): FragilityQuery {
  return { on: on === undefined ? undefined : day(on), asOf: asOf === undefined ? undefined : parseAsOf(asOf) };
}

/** The header of every answer on fragility. */
export class ReadingHeaderDto extends MomentOfAnswerDto {
  @ApiProperty({ type: String, format: 'date', description: 'Le jour des notes', example: '2024-06-30' })
  readonly on!: string;
}
