import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Position } from '#event-store';
import {
  MomentOfAnswerDto,
  IsDayOrInstant,
  IsOneOf,
  IsSemester,
  MaskedMember,
  parseAsOf,
  ReportedTerritoryDto,
  WaitPosition,
} from '#http';
import { parseSemester } from '#kernel';
import type { HalfYearQuery } from '../queries/report-prefect';

const FORMATS = ['json', 'csv', 'xlsx', 'pdf'] as const;

/** The options of `mixite report prefect`, as parameters. */
export class PrefectQueryDto {
  @ApiProperty({ description: 'Le semestre : S1, de janvier à juin ; S2, de juillet à décembre', example: '2023-S1' })
  @IsSemester()
  readonly semester!: string;

  @ApiPropertyOptional({
    description:
      'L’état d’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est',
    example: '2024-01-31',
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

export function halfYearQueryOf(query: PrefectQueryDto): HalfYearQuery {
  const asOf = query['as-of'];
  return { semester: parseSemester(query.semester)!, asOf: asOf === undefined ? undefined : parseAsOf(asOf) };
}

class SubstitutionDto {
  @ApiProperty({ type: String, format: 'date', description: 'Depuis ce jour', example: '2024-07-01' })
  readonly since!: string;
}

class LandlordHalfYearDto {
  @ApiProperty({ description: 'Code du bailleur', example: 'L-LILAS' })
  readonly id!: string;

  @ApiProperty({ example: 'Bailleur des Lilas' })
  readonly label!: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Baux signés hors QPV',
    example: 28,
  })
  readonly outsideQpv!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Dont premier quartile ou relogement',
    example: 4,
  })
  readonly eligible!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'La fraction, sans arrondi ; null sans bail hors QPV',
    example: 0.14285714285714285,
  })
  readonly rate!: number | null;

  @ApiProperty({ type: Number, description: 'La part fixée par la convention, sinon par la loi', example: 0.25 })
  readonly target!: number;

  @ApiProperty({ type: Boolean, nullable: true, description: 'null sans bail hors QPV', example: false })
  readonly met!: boolean | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Le moindre nombre d’attributions de plus, toutes éligibles, qui atteindrait l’objectif',
    example: 4,
  })
  readonly missing!: number | null;

  @ApiProperty({
    type: SubstitutionDto,
    nullable: true,
    description:
      'Le préfet désigne-t-il à la place du bailleur ; null : non. Toujours null tant qu’aucun semestre ne se clôt',
    example: null,
  })
  readonly substitution!: SubstitutionDto | null;

  @MaskedMember()
  readonly masked?: true;
}

/** What `mixite report prefect --format json` prints. */
export class HalfYearDto extends MomentOfAnswerDto {
  @ApiProperty({ example: '2023-S1' })
  readonly semester!: string;

  @ApiProperty({ type: String, format: 'date', example: '2023-01-01' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', example: '2023-06-30' })
  readonly to!: string;

  @ApiProperty({ type: Boolean, description: 'Le semestre est-il clos, et ses chiffres figés', example: false })
  readonly closed!: boolean;

  @ApiProperty({ type: ReportedTerritoryDto, description: 'Le territoire, au dernier jour du semestre' })
  readonly territory!: ReportedTerritoryDto;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Baux du semestre, en QPV et hors QPV, dont le quartile est inconnu',
    example: 12,
  })
  readonly unknownQuartile!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Baux du semestre connus seulement comme des quartiles 2 à 4',
    example: 30,
  })
  readonly partialQuartile!: number | null;

  @ApiProperty({ type: [LandlordHalfYearDto], description: 'Tous les bailleurs du territoire' })
  readonly landlords!: readonly LandlordHalfYearDto[];
}
