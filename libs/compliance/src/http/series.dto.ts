import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateBy, type ValidationArguments } from 'class-validator';
import type { Position } from '#event-store';
import {
  DayParameter,
  FigureCodeMember,
  MomentOfAnswerDto,
  IsCode,
  IsDayOrInstant,
  IsOneOf,
  MaskedMember,
  parseAsOf,
  valuesOf,
  WaitPosition,
  type OneOrMore,
} from '#http';
import { day } from '#kernel';
import { REPORT_SCOPES, type ReportScope } from '../figures/figure';
import { SERIES_STEPS, type SeriesStep } from '../series/periods';
import type { SeriesQuery } from '../series/series-report';
import { FigureScopeDto } from './compliance.dto';
import { FigureCodes } from './list-words';

/** A page draws no more lines than this in one chart. */
const MOST_FIGURES = 6;

/** Only the whole territory needs no id. */
function HasId(): PropertyDecorator {
  return ValidateBy({
    name: 'hasId',
    validator: {
      validate: (scope: unknown, args?: ValidationArguments) =>
        scope === 'epci' || (args?.object as SeriesQueryDto | undefined)?.id !== undefined,
      defaultMessage: () => '« id » aussi : l’identifiant d’une entité de ce périmètre',
    },
  });
}

export class SeriesQueryDto {
  @FigureCodes('Les chiffres', { most: MOST_FIGURES, isNeeded: true })
  readonly figure!: OneOrMore;

  @ApiPropertyOptional({ enum: REPORT_SCOPES, default: 'epci', description: 'Ce dont la série parle', example: 'epci' })
  @IsOptional()
  @IsOneOf(REPORT_SCOPES)
  @HasId()
  readonly scope?: ReportScope;

  @ApiPropertyOptional({
    description: 'L’identifiant de l’entité dans le rapport de conformité de ce périmètre ; inutile pour « epci »',
    example: '243500139',
  })
  @IsOptional()
  @IsCode()
  readonly id?: string;

  @ApiPropertyOptional({
    enum: SERIES_STEPS,
    default: 'year',
    description: 'La période de chaque point : année, semestre, trimestre ou mois du calendrier',
    example: 'year',
  })
  @IsOptional()
  @IsOneOf(SERIES_STEPS)
  readonly by?: SeriesStep;

  @DayParameter(
    'Un jour de la première période, qui est comptée entière ; par défaut, le 1er janvier de la quatrième année avant la dernière',
    '2020-01-01',
  )
  readonly from?: string;

  @DayParameter('Un jour de la dernière période, qui est comptée entière ; par défaut, aujourd’hui', '2024-12-31')
  readonly to?: string;

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

export function seriesQueryOf({ figure, scope, id, by, from, to, 'as-of': asOf }: SeriesQueryDto): SeriesQuery {
  return {
    figures: valuesOf(figure),
    scope: scope ?? 'epci',
    id,
    by: by ?? 'year',
    from: from === undefined ? undefined : day(from),
    to: to === undefined ? undefined : day(to),
    asOf: asOf === undefined ? undefined : parseAsOf(asOf),
  };
}

class SeriesPointDto {
  @ApiProperty({ type: String, format: 'date', example: '2023-01-01' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', example: '2023-12-31' })
  readonly to!: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'null s’il est masqué', example: 142 })
  readonly numerator!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'null s’il est masqué', example: 1178 })
  readonly denominator!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'La fraction, sans arrondi ; null si le dénominateur est 0',
    example: 0.12054329371816638,
  })
  readonly rate!: number | null;

  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: { type: 'number' },
    description: 'La cible en vigueur au dernier jour de la période ; null sans objectif à atteindre',
    example: { min: 0.25 },
  })
  readonly target!: Readonly<Record<string, number>> | null;

  @ApiProperty({ type: String, nullable: true, enum: ['met', 'missed', null], example: 'missed' })
  readonly status!: string | null;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Présent, et true, tant que la période n’est pas finie : son dernier jour n’était pas passé',
    example: true,
  })
  readonly unfinished?: true;

  @MaskedMember()
  readonly masked?: true;
}

class FigureSeriesDto {
  @FigureCodeMember()
  readonly figure!: string;

  @ApiProperty({ type: [SeriesPointDto], description: 'Un point par période, dans leur ordre' })
  readonly points!: readonly SeriesPointDto[];
}

export class SeriesReportDto extends MomentOfAnswerDto {
  @ApiProperty({ type: FigureScopeDto })
  readonly scope!: FigureScopeDto;

  @ApiProperty({ enum: SERIES_STEPS, example: 'year' })
  readonly by!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Premier jour du premier point', example: '2020-01-01' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Dernier jour du dernier point', example: '2024-12-31' })
  readonly to!: string;

  @ApiProperty({ type: [FigureSeriesDto], description: 'Dans l’ordre des chiffres demandés' })
  readonly series!: readonly FigureSeriesDto[];
}
