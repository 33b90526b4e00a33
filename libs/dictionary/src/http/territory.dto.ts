import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Position } from '#event-store';
import {
  DayParameter,
  FIGURE_CODE_SCHEMA,
  MomentOfAnswerDto,
  IsDayOrInstant,
  parseAsOf,
  ReportedTerritoryDto,
  WaitPosition,
} from '#http';
import { day } from '#kernel';
import { CONTINGENTS } from '#territory';
import type { DictionaryQuery } from '../dictionaries';

export class TerritoryQueryDto {
  @DayParameter(
    'Le jour des propriétaires, des QPV et des notes ; par défaut, aujourd’hui dans le territoire',
    '2024-06-30',
  )
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

export function dictionaryQueryOf({ on, 'as-of': asOf }: TerritoryQueryDto): DictionaryQuery {
  return { on: on === undefined ? undefined : day(on), asOf: asOf === undefined ? undefined : parseAsOf(asOf) };
}

class CommuneEntryDto {
  @ApiProperty({ description: 'Code INSEE', example: '78621' })
  readonly id!: string;

  @ApiProperty({ example: 'Trappes' })
  readonly label!: string;
}

class SectorEntryDto {
  @ApiProperty({ description: 'Code du secteur', example: 'S-GIBAUDERIE' })
  readonly id!: string;

  @ApiProperty({ example: 'La Gibauderie' })
  readonly label!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Sa commune ; null hors de la convention', example: null })
  readonly commune!: string | null;
}

class DistrictEntryDto {
  @ApiProperty({ description: 'Code du QPV', example: 'L-QPV-01' })
  readonly id!: string;

  @ApiProperty({ example: 'Les Merisiers' })
  readonly label!: string;

  @ApiProperty({ description: 'Code INSEE', example: '78621' })
  readonly commune!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Son premier jour', example: '2024-01-01' })
  readonly firstDay!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Son dernier jour', example: null })
  readonly lastDay!: string | null;

  @ApiProperty({ description: 'En vigueur ce jour', example: true })
  readonly inForce!: boolean;
}

class LandlordEntryDto {
  @ApiProperty({ description: 'Code du bailleur', example: 'L-SABLIERE' })
  readonly id!: string;

  @ApiProperty({ example: 'La Sablière' })
  readonly label!: string;
}

class ContingentEntryDto {
  @ApiProperty({ enum: CONTINGENTS, example: 'action_logement' })
  readonly id!: string;

  @ApiProperty({ example: 'Contingent d’Action Logement' })
  readonly label!: string;
}

class HolderEntryDto {
  @ApiProperty({ description: 'Code du réservataire', example: 'L-ETAT' })
  readonly id!: string;

  @ApiProperty({ example: 'Préfecture d’Ille-et-Vilaine' })
  readonly label!: string;

  @ApiProperty({ enum: CONTINGENTS, example: 'etat' })
  readonly contingent!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Pour une commune : son code INSEE', example: null })
  readonly commune!: string | null;
}

class ResidenceEntryDto {
  @ApiProperty({ description: 'Code de la résidence', example: 'R-0001' })
  readonly id!: string;

  @ApiProperty({ example: 'Résidence des Lilas' })
  readonly label!: string;

  @ApiProperty({ description: 'Code INSEE', example: '78621' })
  readonly commune!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Code du secteur', example: null })
  readonly sector!: string | null;

  @ApiProperty({ description: 'Son bailleur ce jour', example: 'L-SABLIERE' })
  readonly landlord!: string;

  @ApiProperty({ type: [String], description: 'Les QPV où elle se trouve ce jour', example: ['L-QPV-01'] })
  readonly districts!: readonly string[];

  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 1,
    maximum: 5,
    description: 'Sa note de fragilité finale ce jour ; null sans note, et hors du périmètre de qui demande',
    example: 4,
  })
  readonly note!: number | null;

  @ApiProperty({ type: 'integer', description: 'Logements', example: 120 })
  readonly dwellings!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'En degrés ; null si inconnue', example: 48.7771 })
  readonly latitude!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'En degrés ; null si inconnue', example: 2.0041 })
  readonly longitude!: number | null;

  @ApiProperty({
    description: 'Dans le périmètre de qui demande, d’après le propriétaire d’aujourd’hui',
    example: true,
  })
  readonly withinScope!: boolean;
}

class PublicEntryDto {
  @ApiProperty({ description: 'Code du public', example: 'moins_25_ans' })
  readonly id!: string;

  @ApiProperty({ example: 'Moins de 25 ans' })
  readonly label!: string;

  @ApiProperty({ description: 'Compté dans les chiffres, et montré d’aucun bail dans les listes', example: false })
  readonly sensitive!: boolean;

  @ApiProperty({ ...FIGURE_CODE_SCHEMA, description: 'Le code de son chiffre', example: 'PUBLIC_MOINS_25_ANS' })
  readonly figure!: string;
}

class OccupationEntryDto {
  @ApiProperty({ description: 'Code de la profession', example: 'soignant' })
  readonly id!: string;

  @ApiProperty({ example: 'Personnel soignant' })
  readonly label!: string;
}

/** The dictionary of the territory. */
export class TerritoryDto extends MomentOfAnswerDto {
  @ApiProperty({ type: String, format: 'date', description: 'Le jour du dictionnaire', example: '2024-06-30' })
  readonly on!: string;

  @ApiProperty({ type: ReportedTerritoryDto })
  readonly territory!: ReportedTerritoryDto;

  @ApiProperty({ type: [CommuneEntryDto] })
  readonly communes!: readonly CommuneEntryDto[];

  @ApiProperty({ type: [SectorEntryDto], description: 'Vide dans un territoire sans secteurs' })
  readonly sectors!: readonly SectorEntryDto[];

  @ApiProperty({ type: [DistrictEntryDto], description: 'Tous les QPV, en vigueur ce jour ou non' })
  readonly districts!: readonly DistrictEntryDto[];

  @ApiProperty({ type: [LandlordEntryDto] })
  readonly landlords!: readonly LandlordEntryDto[];

  @ApiProperty({ type: [ContingentEntryDto], description: 'Ceux qui ont un réservataire' })
  readonly contingents!: readonly ContingentEntryDto[];

  @ApiProperty({ type: [HolderEntryDto] })
  readonly holders!: readonly HolderEntryDto[];

  @ApiProperty({ type: [ResidenceEntryDto], description: 'Toutes les résidences connues' })
  readonly residences!: readonly ResidenceEntryDto[];

  @ApiProperty({ type: [PublicEntryDto], description: 'Les publics de la convention et de ses avenants' })
  readonly publics!: readonly PublicEntryDto[];

  @ApiProperty({ type: [OccupationEntryDto], description: 'Les professions essentielles de la convention ce jour' })
  readonly occupations!: readonly OccupationEntryDto[];
}
