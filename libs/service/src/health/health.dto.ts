import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

class HeadDto {
  @ApiProperty({ example: '00000000000000030541' })
  readonly position!: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2024-01-31T22:59:59.999Z' })
  readonly recordedAt!: string;
}

class FollowingDto {
  @ApiProperty({ example: 'compliance' })
  readonly name!: string;

  @ApiProperty({ type: 'integer', example: 1 })
  readonly version!: number;

  @ApiProperty({ type: String, nullable: true, example: '00000000000000030541' })
  readonly position!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Événements à prendre en compte', example: 0 })
  readonly lagEvents!: number | null;

  @ApiProperty({ type: 'integer', description: 'Âge du plus ancien d’entre eux, en secondes', example: 0 })
  readonly lagSeconds!: number;

  @ApiProperty({
    type: 'integer',
    description: 'Événements mis de côté, faute d’avoir pu être pris en compte',
    example: 0,
  })
  readonly parked!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Code de ce qui l’a arrêté', example: null })
  readonly failure!: string | null;
}

class ProjectionHealthDto extends FollowingDto {
  @ApiProperty({ example: false })
  readonly rebuilding!: boolean;
}

class ProcessHealthDto extends FollowingDto {
  @ApiProperty({ type: 'integer', description: 'Suites à donner maintenant', example: 0 })
  readonly due!: number;

  @ApiProperty({ type: 'integer', description: 'Échéances à venir', example: 664 })
  readonly timers!: number;
}

class EventLoopDelayDto {
  @ApiProperty({ example: 0.4 })
  readonly mean!: number;

  @ApiProperty({ example: 2.1 })
  readonly p99!: number;

  @ApiProperty({ example: 5.3 })
  readonly max!: number;
}

export class HealthReportDto {
  @ApiProperty({ enum: ['ok', 'unavailable'], example: 'ok' })
  readonly status!: string;

  @ApiPropertyOptional({
    enum: ['present', 'lost', 'unusable'],
    description:
      '« lost » : l’historique est là, ses clés (keys.db) n’y sont plus ; « unusable » : elles sont endommagées, ou leur clé maîtresse manque ; restaurez-les d’une sauvegarde',
    example: 'present',
  })
  readonly keys?: string;

  @ApiPropertyOptional({ type: HeadDto, nullable: true, description: 'Dernier événement enregistré' })
  readonly head?: HeadDto | null;

  @ApiPropertyOptional({ type: [ProjectionHealthDto] })
  readonly projections?: readonly ProjectionHealthDto[];

  @ApiPropertyOptional({
    type: [ProcessHealthDto],
    description: 'Ce qui donne suite de lui-même à ce qui est enregistré ; son retard n’empêche pas de répondre',
  })
  readonly processManagers?: readonly ProcessHealthDto[];

  @ApiPropertyOptional({ type: EventLoopDelayDto, description: 'Retard de la boucle d’événements, en millisecondes' })
  readonly eventLoopDelayMs?: EventLoopDelayDto;
}

export class LivenessDto {
  @ApiProperty({ enum: ['live'], example: 'live' })
  readonly status!: string;
}

export class ReadinessDto {
  @ApiProperty({ enum: ['ready', 'not-ready'], example: 'ready' })
  readonly status!: string;

  @ApiProperty({
    type: [String],
    description: 'stopping, stores-unavailable, projection-failed, projection-late',
    example: [],
  })
  readonly reasons!: readonly string[];
}
