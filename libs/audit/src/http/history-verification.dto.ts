import { ApiProperty } from '@nestjs/swagger';

const PARTS = ['events', 'stream-index', 'stretches', 'late-times', 'schema', 'file'] as const;
const KINDS = ['altered', 'removed', 'inserted', 'reordered', 'unreadable', null] as const;

class HistoryFaultDto {
  @ApiProperty({ enum: PARTS, description: 'Ce qui ne tient pas', example: 'events' })
  readonly part!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'La première position où quelque chose ne tient pas',
    example: '0000000000001202',
  })
  readonly position!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Le premier événement qui ne suit pas : à cette position, ou après un manque',
    example: '0000000000001202',
  })
  readonly met!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    enum: KINDS,
    description: 'Ce qui est arrivé, là où les traces le disent',
    example: 'altered',
  })
  readonly kind!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'Sur un serveur d’événements, le dernier de la suite, tenue par une seule empreinte, où quelque chose ne tient pas',
    example: null,
  })
  readonly upTo!: string | null;

  @ApiProperty({ example: 'À la position 0000000000001202, un événement a été altéré.' })
  readonly message!: string;
}

/** What `mixite audit verify --format json` prints. */
export class HistoryVerificationDto {
  @ApiProperty({ type: 'integer', description: 'Événements qui se suivent, depuis le premier', example: 29207 })
  readonly events!: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Position du dernier d’entre eux',
    example: '0000000000029207',
  })
  readonly position!: string | null;

  @ApiProperty({
    description: 'Empreinte du dernier d’entre eux : à conserver ailleurs',
    example: 'e01304ac3829cf4b608bd32fc55babbb88236aa6d345f2f57e198069bdb55190',
  })
  readonly digest!: string;

  @ApiProperty({
    type: 'integer',
    description:
      'Événements qu’aucune empreinte ne tient encore : sur un serveur d’événements, la chaîne les suit de peu',
    example: 0,
  })
  readonly unchained!: number;

  @ApiProperty({
    description: 'Ce qui est là tient, mais n’est que le début d’un historique qui arrive',
    example: false,
  })
  readonly receiving!: boolean;

  @ApiProperty({ type: HistoryFaultDto, nullable: true, description: 'null : l’histoire tient' })
  readonly broken!: HistoryFaultDto | null;
}
