import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import {
  FigureCodeMember,
  Codes,
  MomentOfAnswerDto,
  IsCalendarDay,
  IsDayOrInstant,
  IsOneOf,
  MaskedMember,
  parseAsOf,
  valuesOf,
  WaitPosition,
  type OneOrMore,
} from '#http';
import type { Position } from '#event-store';
import { day } from '#kernel';
import { REPORT_SCOPES, type ReportScope } from '../figures/figure';
import type { ReportQuery } from '../report/compliance-report';
import { FigureCodes } from './list-words';

export const REPORT_FORMATS = ['json', 'csv', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The options of `mixite report compliance`, as parameters. */
export class ComplianceQueryDto {
  @ApiProperty({
    type: String,
    format: 'date',
    description: 'Premier jour de signature, inclus',
    example: '2023-01-01',
  })
  @IsCalendarDay()
  readonly from!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    description: 'Dernier jour de signature, inclus',
    example: '2023-12-31',
  })
  @IsCalendarDay()
  readonly to!: string;

  @ApiPropertyOptional({
    enum: REPORT_SCOPES,
    default: 'epci',
    description: 'Ce dont chaque ligne parle',
    example: 'commune',
  })
  @IsOptional()
  @IsOneOf(REPORT_SCOPES)
  readonly scope?: ReportScope;

  @ApiPropertyOptional({
    description:
      'Les chiffres d’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est',
    example: '2024-01-31',
  })
  @IsOptional()
  @IsDayOrInstant()
  readonly 'as-of'?: string;

  @FigureCodes('Ces chiffres seulement ; par défaut, tous ceux qu’un rapport imprime')
  readonly figure?: OneOrMore;

  @Codes('Ces entités du périmètre seulement, par leur identifiant (un inconnu n’en trouve aucune)', '78621')
  readonly id?: OneOrMore;

  @WaitPosition()
  readonly wait?: Position;

  @ApiPropertyOptional({
    enum: REPORT_FORMATS,
    default: 'json',
    description: 'csv, xlsx et pdf : un fichier joint',
    example: 'json',
  })
  @IsOptional()
  @IsOneOf(REPORT_FORMATS)
  readonly format?: ReportFormat;
}

export function reportQueryOf(query: ComplianceQueryDto): ReportQuery {
  const asOf = query['as-of'];
  return {
    from: day(query.from),
    to: day(query.to),
    scope: query.scope ?? 'epci',
    figures: askedIn(query.figure),
    ids: askedIn(query.id),
    asOf: asOf === undefined ? undefined : parseAsOf(asOf),
  };
}

/** The values of a parameter that may be repeated; undefined where it is absent. */
function askedIn(parameter: OneOrMore | undefined): readonly string[] | undefined {
  return parameter === undefined ? undefined : valuesOf(parameter);
}

export class FigureScopeDto {
  @ApiProperty({ enum: REPORT_SCOPES, example: 'commune' })
  readonly kind!: string;

  @ApiProperty({ example: '78621' })
  readonly id!: string;

  @ApiProperty({ example: 'Trappes' })
  readonly label!: string;
}

class FigureDto {
  @FigureCodeMember()
  readonly code!: string;

  @ApiProperty({ type: FigureScopeDto })
  readonly scope!: FigureScopeDto;

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
    description: '{min}, {max}, {equal}, ou plusieurs ; null sans objectif à atteindre',
    example: { min: 0.25 },
  })
  readonly target!: Readonly<Record<string, number>> | null;

  @ApiProperty({ type: String, nullable: true, enum: ['met', 'missed', null], example: 'missed' })
  readonly status!: string | null;

  @MaskedMember()
  readonly masked?: true;
}

/** What `mixite report compliance --format json` prints. */
export class ComplianceReportDto extends MomentOfAnswerDto {
  @ApiProperty({ type: String, format: 'date', example: '2023-01-01' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', example: '2023-12-31' })
  readonly to!: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Baux de la période dont le quartile est inconnu',
    example: 12,
  })
  readonly unknownQuartile!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Baux de la période connus seulement comme des quartiles 2 à 4',
    example: 30,
  })
  readonly partialQuartile!: number | null;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Avec une convention : le jour dont les objectifs jugent toute la période, son dernier',
    example: '2023-12-31',
  })
  readonly targetsOn?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Avec une convention : un autre jour de la période aurait-il été jugé autrement, pour ce périmètre',
    example: false,
  })
  readonly targetsChanged?: boolean;

  @ApiProperty({ type: [FigureDto] })
  readonly figures!: readonly FigureDto[];
}
