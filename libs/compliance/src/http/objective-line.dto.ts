import { ApiProperty } from '@nestjs/swagger';
import { OBJECTIVE_ACTORS, OBJECTIVE_SCOPES, OPERATORS } from '#convention';
import { FigureCodeMember, MaskedMember } from '#http';

export class ObjectiveScopeDto {
  @ApiProperty({ enum: OBJECTIVE_SCOPES, example: 'epci' })
  readonly kind!: string;

  @ApiProperty({ example: '243500139' })
  readonly id!: string;

  @ApiProperty({ example: 'Rennes Métropole' })
  readonly label!: string;
}

export class ObjectiveActorDto {
  @ApiProperty({ enum: OBJECTIVE_ACTORS, example: 'contingent' })
  readonly kind!: string;

  @ApiProperty({ example: 'action_logement' })
  readonly id!: string;

  @ApiProperty({ example: 'Contingent d’Action Logement' })
  readonly label!: string;
}

class PreviousDto {
  @ApiProperty({ type: String, format: 'date', example: '2022-01-01' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', example: '2022-12-31' })
  readonly to!: string;

  @ApiProperty({ type: 'integer', nullable: true, example: 150 })
  readonly numerator!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 1200 })
  readonly denominator!: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 0.125 })
  readonly rate!: number | null;
}

class ListQueriesDto {
  @ApiProperty({ example: 'figure=Q1_REHOUSED_OUTSIDE_QPV&part=numerateur&from=2023-01-01&to=2023-12-31' })
  readonly numerator!: string;

  @ApiProperty({ example: 'figure=Q1_REHOUSED_OUTSIDE_QPV&part=denominateur&from=2023-01-01&to=2023-12-31' })
  readonly denominator!: string;
}

export class ObjectiveLineDto {
  @ApiProperty({ example: 'LOI-25' })
  readonly code!: string;

  @ApiProperty({ example: 'Hors QPV, au moins 25 % au premier quartile ou relogés' })
  readonly label!: string;

  @FigureCodeMember('Le code du chiffre que l’objectif juge')
  readonly figure!: string;

  @ApiProperty({ type: ObjectiveScopeDto })
  readonly scope!: ObjectiveScopeDto;

  @ApiProperty({
    type: ObjectiveActorDto,
    nullable: true,
    description: 'Dont seules les attributions comptent ; null : toutes',
  })
  readonly actor!: ObjectiveActorDto | null;

  @ApiProperty({ enum: OPERATORS, example: 'min' })
  readonly operator!: string;

  @ApiProperty({
    enum: ['share', 'count'],
    description: 'Ce que la valeur vise : une part, ou un nombre',
    example: 'share',
  })
  readonly measure!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'La part visée, sans arrondi, ou le nombre',
    example: 0.25,
  })
  readonly value!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'La même, comme dans convention.json', example: '25 %' })
  readonly valueText!: string | null;

  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: { type: 'number' },
    description: '{min}, {max} ou {equal} ; null s’il n’y a rien à atteindre',
    example: { min: 0.25 },
  })
  readonly target!: Readonly<Record<string, number>> | null;

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
    description: 'null : depuis toujours',
    example: '2021-02-11',
  })
  readonly firstDay!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'null : sans fin', example: null })
  readonly lastDay!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'null si rien ne compte ce chiffre', example: 142 })
  readonly numerator!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 1178 })
  readonly denominator!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'La fraction, sans arrondi ; null si le dénominateur est 0',
    example: 0.12054329371816638,
  })
  readonly rate!: number | null;

  @ApiProperty({ type: String, nullable: true, enum: ['met', 'missed', null], example: 'missed' })
  readonly status!: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'Le moindre nombre d’attributions de plus qui atteint l’objectif : toutes au numérateur s’il en manque, aucune s’il y en a trop ; null si aucun nombre ne suffit, ou s’il n’y a rien à atteindre',
    example: 204,
  })
  readonly missing!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Le taux moins la valeur, sans arrondi ; pour un nombre, le numérateur moins la valeur',
    example: -0.12945670628183362,
  })
  readonly distance!: number | null;

  @ApiProperty({ type: PreviousDto, description: 'Les mêmes jours, un an plus tôt' })
  readonly previous!: PreviousDto;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Le taux moins le précédent, sans arrondi',
    example: -0.00445670628183362,
  })
  readonly change!: number | null;

  @ApiProperty({ type: String, nullable: true, enum: ['up', 'down', 'same', null], example: 'down' })
  readonly trend!: string | null;

  @ApiProperty({
    type: ListQueriesDto,
    nullable: true,
    description:
      'À joindre à /api/allocations? : les attributions comptées, et elles seules ; null pour un chiffre de relogement',
  })
  readonly list!: ListQueriesDto | null;

  @MaskedMember()
  readonly masked?: true;
}
