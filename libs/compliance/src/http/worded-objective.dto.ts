import { ApiProperty } from '@nestjs/swagger';
import { OBJECTIVE_ACTORS, OBJECTIVE_SCOPES, OPERATORS } from '#convention';

class WordedScopeDto {
  @ApiProperty({ enum: OBJECTIVE_SCOPES, example: 'epci' })
  readonly kind!: string;

  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'null : toutes les entités de cette sorte',
    example: null,
  })
  readonly ids!: readonly string[] | null;
}

class WordedActorDto {
  @ApiProperty({ enum: OBJECTIVE_ACTORS, example: 'contingent' })
  readonly kind!: string;

  @ApiProperty({ type: [String], nullable: true, example: ['action_logement'] })
  readonly ids!: readonly string[] | null;
}

class YearValueDto {
  @ApiProperty({ type: 'integer', example: 2024 })
  readonly year!: number;

  @ApiProperty({ type: Number, example: 0.2 })
  readonly value!: number;

  @ApiProperty({ example: '20 %' })
  readonly valueText!: string;
}

/** An objective as the convention words it. */
export class WordedObjectiveDto {
  @ApiProperty({ example: 'LOI-25' })
  readonly code!: string;

  @ApiProperty({ example: 'Hors QPV, au moins 25 % au premier quartile ou relogés' })
  readonly label!: string;

  @ApiProperty({ example: 'Q1_REHOUSED_OUTSIDE_QPV' })
  readonly figure!: string;

  @ApiProperty({ type: WordedScopeDto })
  readonly scope!: WordedScopeDto;

  @ApiProperty({ type: WordedActorDto, nullable: true, description: 'null : toutes les attributions comptent' })
  readonly actor!: WordedActorDto | null;

  @ApiProperty({ enum: OPERATORS, example: 'min' })
  readonly operator!: string;

  @ApiProperty({ enum: ['share', 'count'], example: 'share' })
  readonly measure!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Celle de l’année ; null sans valeur, et pour une trajectoire hors de ses jours',
    example: 0.25,
  })
  readonly value!: number | null;

  @ApiProperty({ type: String, nullable: true, example: '25 %' })
  readonly valueText!: string | null;

  @ApiProperty({ type: [YearValueDto], nullable: true, description: 'null si une valeur vaut pour tous les jours' })
  readonly trajectory!: readonly YearValueDto[] | null;

  @ApiProperty({ enum: ['annee', 'semestre'], example: 'annee' })
  readonly period!: string;

  @ApiProperty({ enum: ['loi', 'locale'], example: 'loi' })
  readonly origin!: string;

  @ApiProperty({ example: 'CCH, article L441-1' })
  readonly source!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Premier jour de ce texte ; null : depuis toujours',
    example: '2021-02-11',
  })
  readonly firstDay!: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Dernier jour de ce texte, la veille d’un avenant qui le remplace ou le retire ; null : sans fin',
    example: null,
  })
  readonly lastDay!: string | null;

  @ApiProperty({ type: Boolean, description: 'S’il est en vigueur ce jour-là (« targetsOn »)', example: true })
  readonly inForce!: boolean;
}
