import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Position } from '#event-store';
import {
  Choices,
  DayParameter,
  MomentOfAnswerDto,
  IsCalendarDay,
  IsCode,
  IsDayOrInstant,
  MaskedMember,
  valuesOf,
  WaitPosition,
  type OneOrMore,
} from '#http';
import { PART_KINDS, type PartKind } from '../objectives/contributions';
import type { OneObjectiveQuery } from '../objectives/one-objective';
import { ObjectiveActorDto, ObjectiveLineDto, ObjectiveScopeDto } from './objective-line.dto';
import { momentOf } from './objectives.dto';
import { WordedObjectiveDto } from './worded-objective.dto';

const USUAL_PARTS: readonly PartKind[] = ['bailleur', 'commune', 'residence'];

export class ObjectiveParamDto {
  @ApiProperty({ description: 'Code de l’objectif dans convention.json', example: 'LOI-25' })
  @IsCode()
  readonly code!: string;
}

export class OneObjectiveQueryDto {
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
    description:
      'Dernier jour de signature, inclus ; celui de l’objectif pour savoir ce que demande le reste de la période',
    example: '2023-12-31',
  })
  @IsCalendarDay()
  readonly to!: string;

  @DayParameter('Le jour dont on prend l’objectif ; par défaut, le dernier de la période', '2023-12-31')
  readonly on?: string;

  @ApiPropertyOptional({
    description: 'L’entité dont on veut les parts ; inutile si l’objectif n’en vise qu’une',
    example: '243500139',
  })
  @IsOptional()
  @IsCode()
  readonly id?: string;

  @ApiPropertyOptional({
    description: 'L’acteur dont on veut les parts, si l’objectif ne compte que les attributions de plusieurs',
    example: 'action_logement',
  })
  @IsOptional()
  @IsCode()
  readonly actor?: string;

  @Choices(
    PART_KINDS,
    `Les parts demandées, chacune contenant chaque bail une fois ; par défaut ${USUAL_PARTS.join(', ')}`,
  )
  readonly parts?: OneOrMore;

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

export function oneObjectiveQueryOf(code: string, query: OneObjectiveQueryDto): OneObjectiveQuery {
  const { id, actor, parts } = query;
  return {
    ...momentOf(query),
    ...{ code, id, actorId: actor },
    parts: parts === undefined ? USUAL_PARTS : (valuesOf(parts) as readonly PartKind[]),
  };
}

class FractionDto {
  @ApiProperty({ type: 'integer', example: -178 })
  readonly numerator!: number;

  @ApiProperty({ type: 'integer', description: 'Au-dessus de 0', example: 365 })
  readonly denominator!: number;
}

class PaceDto {
  @ApiProperty({ type: 'integer', description: 'Jours écoulés de la période, celui du rapport compris', example: 180 })
  readonly elapsedDays!: number;

  @ApiProperty({ type: 'integer', example: 185 })
  readonly remainingDays!: number;

  @ApiProperty({
    type: FractionDto,
    description: 'Attributions du dénominateur encore à venir, au rythme constaté : b × (T − e) / e',
  })
  readonly expected!: FractionDto;

  @ApiProperty({
    type: FractionDto,
    description:
      'Le taux qu’il faut parmi elles pour finir sur la valeur : (n·b·T − d·a·e) / (d·b·(T − e)) pour une part n/d, (v − a)·e / (b·(T − e)) pour un nombre v. Hors de 0 à 1, aucun taux ne suffit',
  })
  readonly needed!: FractionDto;

  @ApiProperty({
    enum: ['reached', 'possible', 'never'],
    description: 'Atteint à ce jour ; encore possible ; jamais, au rythme constaté',
    example: 'never',
  })
  readonly reach!: string;
}

class PacedLineDto extends ObjectiveLineDto {
  @ApiProperty({
    type: PaceDto,
    nullable: true,
    description:
      'null si la ligne est masquée, s’il n’y a rien à atteindre ou rien de compté, si la période est finie ou n’a pas commencé, et pour un chiffre de relogement',
  })
  readonly pace!: PaceDto | null;
}

class PartDto {
  @ApiProperty({ enum: [...PART_KINDS, 'operation'], example: 'bailleur' })
  readonly kind!: string;

  @ApiProperty({ example: 'L-SABLIERE' })
  readonly id!: string;

  @ApiProperty({ example: 'Bailleur A' })
  readonly label!: string;
}

class ContributionDto {
  @ApiProperty({ type: PartDto })
  readonly scope!: PartDto;

  @ApiProperty({ type: 'integer', nullable: true, description: 'null s’il est masqué', example: 12 })
  readonly numerator!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'null s’il est masqué', example: 56 })
  readonly denominator!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'La fraction, sans arrondi', example: 0.21428571428571427 })
  readonly rate!: number | null;

  @ApiProperty({
    type: FractionDto,
    nullable: true,
    description:
      'Ce dont la part change le taux du tout : ce taux, moins ce qu’il serait sans elle ; au-dessous de 0, elle le tire vers le bas. null si elle est tout le tout, pour un nombre à atteindre, ou si le tout est masqué',
  })
  readonly pull!: FractionDto | null;

  @ApiProperty({
    type: FractionDto,
    nullable: true,
    description:
      'Son numérateur, moins ce que la valeur de l’objectif demande à son dénominateur ; ceux des parts s’ajoutent à celui du tout. null sans part à atteindre',
  })
  readonly gap!: FractionDto | null;

  @MaskedMember()
  readonly masked?: true;
}

class WholeDto {
  @ApiProperty({ type: ObjectiveScopeDto })
  readonly scope!: ObjectiveScopeDto;

  @ApiProperty({ type: ObjectiveActorDto, nullable: true })
  readonly actor!: ObjectiveActorDto | null;
}

class ContributionsDto {
  @ApiProperty({ type: WholeDto, description: 'Le tout dont ce sont les parts' })
  readonly of!: WholeDto;

  @ApiProperty({
    type: [ContributionDto],
    description: 'Celles qui ont au moins un bail au dénominateur, sorte par sorte',
  })
  readonly parts!: readonly ContributionDto[];
}

export class OneObjectiveDto extends MomentOfAnswerDto {
  @ApiProperty({ type: String, format: 'date', example: '2023-01-01' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', example: '2023-12-31' })
  readonly to!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Le jour dont on prend l’objectif', example: '2023-12-31' })
  readonly targetsOn!: string;

  @ApiProperty({ type: WordedObjectiveDto, description: 'Ce jour-là ; hors de ses jours, le texte le plus proche' })
  readonly objective!: WordedObjectiveDto;

  @ApiProperty({
    type: [PacedLineDto],
    description: 'Une par entité visée, parmi celles de vos droits ; aucune s’il n’est pas en vigueur',
  })
  readonly lines!: readonly PacedLineDto[];

  @ApiProperty({
    type: ContributionsDto,
    nullable: true,
    description: 'null si « id » et « actor » ne désignent pas une seule des lignes, ou si rien ne compte son chiffre',
  })
  readonly contributions!: ContributionsDto | null;
}
