import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Position } from '#event-store';
import {
  MomentOfAnswerDto,
  IsCode,
  IsDayOrInstant,
  IsOneOf,
  IsWholeNumber,
  parseAsOf,
  ReportedTerritoryDto,
  WaitPosition,
} from '#http';
import type { FlowQuery } from '../report';
import { LandlordFlowDto, NamedDto } from './landlord-flow.dto';

const FORMATS = ['json', 'csv', 'xlsx', 'pdf'] as const;

/** The options of `mixite report flux`, as parameters. */
export class FlowQueryDto {
  @ApiProperty({ type: 'integer', description: 'L’année des orientations et des baux', example: 2024 })
  @IsWholeNumber(1900, 2199)
  readonly year!: string;

  @ApiPropertyOptional({ description: 'Un seul bailleur, par son code ; par défaut, tous', example: 'L-BAILLEUR-1' })
  @IsOptional()
  @IsCode()
  readonly landlord?: string;

  @ApiPropertyOptional({
    description:
      'D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est',
    example: '2025-01-31',
  })
  @IsOptional()
  @IsDayOrInstant()
  readonly 'as-of'?: string;

  @WaitPosition()
  readonly wait?: Position;

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

export function flowQueryOf({ year, landlord, 'as-of': asOf }: FlowQueryDto): FlowQuery {
  return { year: Number(year), landlord, asOf: asOf === undefined ? undefined : parseAsOf(asOf) };
}

/** What `mixite report flux --format json` prints. */
export class FlowReportDto extends MomentOfAnswerDto {
  @ApiProperty({ type: 'integer', example: 2024 })
  readonly year!: number;

  @ApiProperty({ type: String, format: 'date', example: '2024-01-01' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-12-31' })
  readonly to!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    description: 'Le bilan est à transmettre avant ce jour (R. 441-5-1)',
    example: '2025-02-28',
  })
  readonly dueBefore!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Le bailleur demandé ; null : tous', example: null })
  readonly landlord!: string | null;

  @ApiProperty({ type: ReportedTerritoryDto, description: 'Le territoire, au dernier jour de l’année' })
  readonly territory!: ReportedTerritoryDto;

  @ApiProperty({ type: [LandlordFlowDto], description: 'Dans l’ordre de leurs codes' })
  readonly landlords!: readonly LandlordFlowDto[];

  @ApiProperty({ type: LandlordFlowDto, description: 'Tous ces bailleurs ensemble' })
  readonly total!: LandlordFlowDto;

  @ApiProperty({ type: [NamedDto], description: 'Les communes des ventilations' })
  readonly communes!: readonly NamedDto[];
}
