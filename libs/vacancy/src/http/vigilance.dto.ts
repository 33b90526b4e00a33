import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsCode } from '#http';

const CANDIDATE = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11';

export class VigilanceQueryDto {
  @ApiProperty({ description: 'Identifiant du candidat', example: CANDIDATE })
  @IsCode()
  readonly candidate!: string;

  @ApiPropertyOptional({
    description: 'Une position déjà reçue : la réponse en tient compte, sauf les chiffres, qui disent la leur',
    example: '00000000000000030542',
  })
  @IsOptional()
  @IsCode()
  readonly wait?: string;
}

class VigilanceNoticeDto {
  @ApiProperty({ example: 'first-quartile-in-fragile-qpv' })
  readonly code!: string;

  @ApiProperty({
    enum: ['vigilance', 'asset', 'unknown'],
    description: 'À peser, en faveur, ou fait inconnu',
    example: 'asset',
  })
  readonly kind!: string;

  @ApiProperty({ example: 'Vigilance : premier quartile dans une résidence fragile (note 4 ou 5) en QPV.' })
  readonly text!: string;
}

class ObjectiveStandDto {
  @ApiProperty({ type: 'integer', example: 6 })
  readonly numerator!: number;

  @ApiProperty({ type: 'integer', example: 25 })
  readonly denominator!: number;

  @ApiProperty({ type: Number, nullable: true, example: 0.24 })
  readonly rate!: number | null;

  @ApiProperty({ type: String, enum: ['met', 'missed'], nullable: true, example: 'missed' })
  readonly status!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Attributions qui manquent', example: 1 })
  readonly missing!: number | null;
}

class EffectEntityDto {
  @ApiProperty({ example: 'bailleur' })
  readonly kind!: string;

  @ApiProperty({ example: 'L-BAILLEUR-1' })
  readonly id!: string;

  @ApiProperty({ example: 'Bailleur 1' })
  readonly label!: string;
}

export class ObjectiveEffectDto {
  @ApiProperty({ description: 'Code de l’objectif', example: 'LOI-25' })
  readonly code!: string;

  @ApiProperty({ example: 'Un quart des attributions hors QPV au premier quartile' })
  readonly label!: string;

  @ApiProperty({ description: 'Code du chiffre', example: 'Q1_REHOUSED_OUTSIDE_QPV' })
  readonly figure!: string;

  @ApiProperty({ type: EffectEntityDto })
  readonly scope!: EffectEntityDto;

  @ApiProperty({ type: EffectEntityDto, nullable: true })
  readonly actor!: EffectEntityDto | null;

  @ApiProperty({ type: Object, nullable: true, example: { min: 0.25 } })
  readonly target!: unknown;

  @ApiProperty({ enum: ['loi', 'locale'], example: 'loi' })
  readonly origin!: string;

  @ApiProperty({ description: 'Article ou page', example: 'CCH L441-1' })
  readonly source!: string;

  @ApiProperty({ type: ObjectiveStandDto, nullable: true, description: 'Null hors du périmètre de qui demande' })
  readonly before!: ObjectiveStandDto | null;

  @ApiProperty({ type: ObjectiveStandDto, nullable: true })
  readonly after!: ObjectiveStandDto | null;

  @ApiProperty({
    enum: ['closer', 'farther', 'none'],
    description: 'Rapproche, éloigne, ou sans effet',
    example: 'closer',
  })
  readonly bearing!: string;

  @ApiProperty({ example: 'rapproche de l’objectif : 24 % (6/25) → 26,92 % (7/26), cible : au moins 25 %' })
  readonly text!: string;
}

class ReasonDto {
  @ApiProperty({ enum: ['quartile', 'priority', 'homeWork', 'fragility', 'suits'], example: 'priority' })
  readonly fact!: string;

  @ApiProperty({ type: Object, nullable: true, example: 1 })
  readonly value!: unknown;

  @ApiProperty({ description: 'Code de la raison', example: 'income-by-unit' })
  readonly because!: string;

  @ApiProperty({ description: '« Pourquoi ? »', example: 'Prioritaire : reconnu DALO.' })
  readonly text!: string;
}

export class VigilanceDto {
  @ApiProperty({ example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10' })
  readonly vacancy!: string;

  @ApiProperty({ type: String, nullable: true, example: CANDIDATE })
  readonly candidate!: string | null;

  @ApiProperty({ description: 'Position des chiffres d’avant', example: '00000000000000030542' })
  readonly position!: string;

  @ApiProperty({ type: [VigilanceNoticeDto] })
  readonly notices!: readonly VigilanceNoticeDto[];

  @ApiProperty({ type: [ObjectiveEffectDto], description: 'Les objectifs en vigueur, le plus lourd d’abord' })
  readonly effects!: readonly ObjectiveEffectDto[];

  @ApiProperty({ type: [ReasonDto], description: '« Pourquoi ? » de chaque fait déduit' })
  readonly reasons!: readonly ReasonDto[];
}
