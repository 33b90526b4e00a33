import { ApiParam, ApiProperty } from '@nestjs/swagger';
import { ListAsOf, WaitPosition } from '#http';
import type { Position } from '#event-store';
import { AllocationRowDto, AnswerMomentDto } from './allocation-page.dto';

const ALLOCATION = '0c0f2f0e-7c6b-4a53-9f2e-5f3f9a1f7d10';

export function ApiAllocationParam(): MethodDecorator {
  return ApiParam({
    name: 'allocation',
    description: 'Identifiant interne du bail, comme dans la liste',
    example: ALLOCATION,
  });
}

export class LeaseQueryDto {
  @ListAsOf()
  readonly 'as-of'?: string;

  @WaitPosition()
  readonly wait?: Position;
}

class ThresholdDto {
  @ApiProperty({ type: 'integer', example: 2023 })
  readonly year!: number;

  @ApiProperty({ type: 'integer', description: 'Centimes par an et par unité de consommation', example: 1_121_000 })
  readonly first!: number;

  @ApiProperty({ type: 'integer', nullable: true, example: null })
  readonly second!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: null })
  readonly third!: number | null;

  @ApiProperty({ type: String, format: 'date', description: 'Jour de leur enregistrement', example: '2023-03-20' })
  readonly recordedOn!: string;
}

class LeaseReasonDto {
  @ApiProperty({ enum: ['quartile', 'priority', 'homeWork', 'note', 'qpv'], example: 'quartile' })
  readonly fact!: string;

  @ApiProperty({ type: Object, nullable: true, description: 'Le fait déduit', example: 1 })
  readonly value!: unknown;

  @ApiProperty({
    description: 'Code de la raison ; « sealed » sans le droit de lire les noms, « erased » si le ménage est effacé',
    example: 'income-by-unit',
  })
  readonly because!: string;

  @ApiProperty({
    description: '« Pourquoi ? », sans ressources ni communes du ménage',
    example:
      'Quartile 1 : ressources annuelles par unité de consommation (1,5), comparées aux bornes de 2023 (11 210 €).',
  })
  readonly text!: string;

  @ApiProperty({ description: 'La règle', example: 'Est prioritaire un ménage reconnu DALO, ou d’une catégorie…' })
  readonly rule!: string;

  @ApiProperty({ description: 'Article de loi, ou page de la convention', example: 'CCH, article L441-1' })
  readonly source!: string;

  @ApiProperty({ type: ThresholdDto, nullable: true, description: 'Les bornes de l’année, pour le quartile' })
  readonly threshold!: ThresholdDto | null;
}

class LeaseEntityDto {
  @ApiProperty({ example: 'bailleur' })
  readonly kind!: string;

  @ApiProperty({ example: 'L-SABLIERE' })
  readonly id!: string;

  @ApiProperty({ example: 'La Sablière' })
  readonly label!: string;
}

class LeaseListDto {
  @ApiProperty({ example: 'figure=Q1_REHOUSED_OUTSIDE_QPV&part=numerateur&from=2023-01-01&to=2023-12-31' })
  readonly numerator!: string;

  @ApiProperty({ example: 'figure=Q1_REHOUSED_OUTSIDE_QPV&part=denominateur&from=2023-01-01&to=2023-12-31' })
  readonly denominator!: string;
}

class CountedObjectiveDto {
  @ApiProperty({ example: 'LOI-25-HORS-QPV' })
  readonly code!: string;

  @ApiProperty({ example: 'Hors QPV, au moins 25 % au premier quartile' })
  readonly label!: string;

  @ApiProperty({ description: 'Code du chiffre', example: 'Q1_REHOUSED_OUTSIDE_QPV' })
  readonly figure!: string;

  @ApiProperty({ type: LeaseEntityDto })
  readonly scope!: LeaseEntityDto;

  @ApiProperty({ type: LeaseEntityDto, nullable: true })
  readonly actor!: LeaseEntityDto | null;

  @ApiProperty({ enum: ['min', 'max', 'equal', 'tendTo', 'zero', 'monitor'], example: 'min' })
  readonly operator!: string;

  @ApiProperty({ enum: ['annee', 'semestre'], example: 'annee' })
  readonly period!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Premier jour compté', example: '2023-01-01' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Dernier jour compté', example: '2023-12-31' })
  readonly to!: string;

  @ApiProperty({ enum: ['loi', 'locale'], example: 'loi' })
  readonly origin!: string;

  @ApiProperty({ description: 'Article ou page', example: 'CCH, article L441-1' })
  readonly source!: string;

  @ApiProperty({
    enum: ['numerator', 'denominator'],
    description: 'La part où le bail compte ; au numérateur, il compte dans les deux',
    example: 'numerator',
  })
  readonly part!: string;

  @ApiProperty({ type: LeaseListDto, description: 'Paramètres de /api/allocations : les baux de chaque part' })
  readonly list!: LeaseListDto;
}

class ChangedColumnDto {
  @ApiProperty({ description: 'Colonne de la liste', example: 'typologie' })
  readonly column!: string;

  @ApiProperty({ type: Object, nullable: true, example: 'T2' })
  readonly before!: unknown;

  @ApiProperty({ type: Object, nullable: true, example: 'T3' })
  readonly after!: unknown;
}

class LeaseChangeDto {
  @ApiProperty({
    enum: ['correction', 'cancellation', 'revision'],
    description: '« revision » : un seuil ou une commune enregistrés plus tard ont changé un fait déduit',
    example: 'correction',
  })
  readonly kind!: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2023-04-02T08:31:07.412Z' })
  readonly recordedAt!: string;

  @ApiProperty({ description: 'Rôle de qui l’a enregistré', example: 'bailleur' })
  readonly role!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Motif codé ; null d’un fichier', example: 'erreur' })
  readonly motive!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Jour de l’annulation', example: null })
  readonly on!: string | null;

  @ApiProperty({ type: [ChangedColumnDto], description: 'Vide si seules des données scellées diffèrent' })
  readonly columns!: readonly ChangedColumnDto[];
}

export class LeaseViewDto extends AnswerMomentDto {
  @ApiProperty({ type: AllocationRowDto })
  readonly allocation!: AllocationRowDto;

  @ApiProperty({ description: 'Signé au fil de l’eau, sur une vacance ; sinon venu d’un fichier', example: false })
  readonly isLive!: boolean;

  @ApiProperty({ type: 'integer', description: 'Rang du dernier événement du bail ; l’ETag', example: 1 })
  readonly revision!: number;

  @ApiProperty({ type: [LeaseReasonDto] })
  readonly reasons!: readonly LeaseReasonDto[];

  @ApiProperty({ type: [CountedObjectiveDto], description: 'Objectifs en vigueur au jour du bail, qui le comptent' })
  readonly objectives!: readonly CountedObjectiveDto[];

  @ApiProperty({ type: [LeaseChangeDto], description: 'Corrections et annulations, de la plus ancienne' })
  readonly changes!: readonly LeaseChangeDto[];
}
