import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Position } from '#event-store';
import { IsCalendarDay, IsDayOrInstant, IsOneOf, MaskedMember, WaitPosition } from '#http';

const FORMATS = ['json', 'csv', 'xlsx'] as const;

export class QpvFiguresQueryDto {
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

  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  readonly count!: number | null;
}

class QpvCountsDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Ménages proposés', example: 3 })
  readonly proposals!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Désignations par la commission', example: 2 })
  readonly endorsements!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Reports', example: 1 })
  readonly deferrals!: number | null;

  @ApiProperty({ type: [MotiveCountDto], description: 'Les reports, par motif' })
  readonly motives!: readonly MotiveCountDto[];

  @MaskedMember()
  readonly masked?: true;
}

class CountedPlaceDto extends QpvCountsDto {
  @ApiProperty({ description: 'Code', example: '78621' })
  readonly id!: string;
}

export class QpvFiguresDto {
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
