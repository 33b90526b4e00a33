import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Position } from '#event-store';
import { IsOpaque } from '#http';

export class HeadQueryDto {
  @ApiPropertyOptional({
    description: 'La « position » d’une réponse précédente : « newer » compte ce qui la suit',
    example: '0000000000030541',
  })
  @IsOptional()
  @IsOpaque('la « position » d’une réponse précédente')
  readonly since?: Position;
}

/** The newest state of the history. */
export class HistoryHeadDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Position du dernier événement ; null tant que l’histoire est vide',
    example: '0000000000030541',
  })
  readonly position!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Instant où il a été enregistré',
    example: '2024-01-31T22:59:59.999Z',
  })
  readonly recordedAt!: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Son rang dans l’histoire ; null où le registre ne compte pas (EventStoreDB)',
    example: 30541,
  })
  readonly ordinal!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Événements après « since » ; null sans « since », et où le registre ne compte pas',
    example: 12,
  })
  readonly newer!: number | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Premier jour de signature d’un bail du périmètre ; null sans bail',
    example: '2017-01-03',
  })
  readonly firstSigned!: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Dernier jour de signature d’un bail du périmètre ; null sans bail',
    example: '2024-01-30',
  })
  readonly lastSigned!: string | null;

  @ApiProperty({ description: 'La version de Mixité', example: '0.1.0' })
  readonly version!: string;
}
